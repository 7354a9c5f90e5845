package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that are everyday words too: found where the thing is meant, and not where the word is.
class AmbiguousNamesTest {
  private final Taxonomy taxonomy = Taxonomy.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "go | Backend services in Go and Java | Ready to go the extra mile",
        "go | Languages: Go, Rust, Python | Go to market plans for new products",
        "r | Statistics in R, Python and SAS | R. Miller, head of ward",
        "r | R, SQL, Tableau | Class R trailers",
        "c | C, C++ and assembly language | Vitamin C and zinc",
        "c | Firmware in C and Python | Refrigeration at 4 degrees C",
        "spring-framework | Java, Spring, Hibernate | Spring cleaning of hotel rooms",
        "spring-framework | Microservices with Spring and Kotlin | Planted bulbs each spring",
        "excel | Word, Excel and PowerPoint | I excel in busy kitchens",
        "excel | Monthly reports in Excel | Students who excel get a prize",
        "chef | Puppet, Chef, Ansible | Chef in a hotel kitchen",
        "chef | Chef and Terraform for servers | Sous chef, head chef",
        "swift | Swift, Kotlin, Objective-C | A swift answer to each letter",
        "swift | iOS apps in Swift with Xcode | Taylor Swift concert security",
        "rust | Rust, Go, C++ | Removed rust from steel doors",
        "rust | Systems programming in Rust and C++ | Rust protection and painting",
        "microsoft-access | Excel, Access, Outlook | Controlled access to the site",
        "microsoft-access | Databases in MS Access | Access to medicines for patients",
        "microsoft-word | Word, Excel, Outlook | Kept my word and my deadlines",
        "microsoft-word | Letters in Microsoft Word | Word of mouth brought new clients",
        "corrections | Detention of inmates in a prison | Pipes, detention and retention ponds",
        "java | Java, Kotlin, Maven | Roasted Java coffee and sold it",
        "ruby | Ruby, Rails, PostgreSQL | Set a ruby in a gold ring",
        "scala | Scala, Spark, Kafka | Sang at La Scala in Milan",
        "puppet | Puppet, Ansible, Jenkins | Made a puppet for each play",
        "helm | Helm, Kubernetes, Argo CD | Took the helm of the ferry",
        "oracle-database | Oracle, DB2, MySQL | The oracle of Delphi, a school play",
        "rest-api | REST, SOAP, GraphQL | Made up the rest of the rooms",
        "sap-erp | SAP and DATEV | Collected sap of maple trees",
        "microsoft-outlook | Word, Excel, Outlook | The outlook for the next season",
        "react | Single pages in React | React to alarms within a minute",
        "react | React, Redux, TypeScript | Able to react calmly in emergencies",
        "angular | Angular, RxJS, TypeScript | Laid angular stones in garden walls",
        "flutter | Built an app in Flutter | Treatment of atrial flutter and fibrillation",
        "flutter | Flutter, Dart, Firebase | Treated atrial flutter",
        "apache-spark | Spark, Kafka, Hadoop | Changed spark plugs",
        "unity | Unity, C#, Blender | Unity of the team",
        "sketch | Figma, Sketch, Adobe XD | Sketch of the new square",
        "autodesk-maya | Maya, Blender, ZBrush | Maya Street 4",
        "jenkins | Jenkins, Git, Maven | Mrs Jenkins, head of school",
        "windows | Windows, Linux, macOS | Cleaned windows and doors",
        "applied-behaviour-analysis | ABA therapy with autistic children | J.D. from an ABA-accredited law school",
        "criminal-investigation | Detective work and investigations | Plans laboratory investigations",
        "real-estate-sales | Property sales and open houses | Took part in open house and parent conferences",
        "instrumentation-engineering | Instrument calibration of flow meters | Calibration of call scores with the client",
        "goods-receipt | Goods inward and stock receiving | Good in MS Excel",
        "indesign | Photoshop, InDesign | Five years in design of power systems",
        "investment-banking | Equity capital markets | Corporate finance and cost analysis",
        "emergency-medicine | Emergency medicine residency | A year in an acute care hospital",
        "power-tools | Circular saw and power tools | Own basic hand tools",
        "attorney-licence | License in good standing with the Illinois bar | Waiter at the Texas Bar and Grill",
        "friendly-manner | Friendly and outgoing | Kept incoming and outgoing correspondence",
        "teamwork | Cooperative and reliable | Summer at an electric cooperative",
        "punctuality | Excellent timekeeping | Ran payroll and timekeeping systems",
        "crop-production | Sowing and seeding of winter wheat | Data seeding for a test database",
        "warehousing | Kept the warehouse of a spare parts maker | Fed a Teradata warehouse each night",
        "human-resources | Worked in HR for six years | The HR round comes before the last one",
        "large-language-models | Prompts for an LLM | LLM in tax law, University of Ghent",
        "large-language-models | LLMs, embeddings, vector stores | LLM with distinction",
        "month-end-close | Journals, accruals, month-end | Handed in the rota by month-end",
        "account-reconciliation | Reconciliation of bank ledgers | Medication reconciliation on the ward",
        "pruning | Pruning of roses and hedges | Partition pruning in SQL",
        "ionic | Ionic, Angular, Cordova | Solar cells with an ionic liquid",
        "student-assessment | Grading of essays | Timber grading in a sawmill",
        "microsoft-teams | Outlook, Teams, SharePoint | Led teams of twelve"
      })
  void is_found_where_it_is_meant(String skill, String meant, String notMeant) {
    if (!meant.equals("-")) {
      assertThat(skills(meant)).as(meant).contains(skill);
    }
    assertThat(skills(notMeant)).as(notMeant).doesNotContain(skill);
  }

  private List<String> skills(String text) {
    return taxonomy.mentions(text).stream().map(SkillMention::skill).toList();
  }
}
