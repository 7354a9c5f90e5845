package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Limits;
import dev.shortlist.text.Line;
import dev.shortlist.text.TextExtractor;
import dev.shortlist.text.VisibleText;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// CVs that are written from right to left, or without blanks between words, from file to facts.
/// The files are printed by a browser with free fonts; the people are invented.
class WritingSystemsTest {
  private static final TextExtractor EXTRACTOR = new TextExtractor(Limits.standard(), 1);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @AfterAll
  static void close() {
    EXTRACTOR.close();
  }

  @Test
  void a_page_in_arabic_is_read_from_the_right() {
    assertThat(lines("arabic.pdf"))
        .containsSubsequence(
            "البريد الإلكتروني: salma.haddad@example.com | الهاتف: +971 50 123 4567",
            "الخبرة العملية",
            "مهندسة برمجيات",
            "2019 - 2023",
            "شركة النخيل للتقنية، دبي",
            "تطوير خدمات باستخدام Java و Spring Boot وقاعدة بيانات PostgreSQL 15",
            "خفض زمن الاستجابة بنسبة 40% خلال عام 2021",
            "محاسبة",
            "مارس 2015 - يونيو 2018",
            "بنك الواحة (ش.م.ع)، عمان",
            "Java، Python، SQL، إدارة المشاريع");
  }

  @Test
  void a_page_in_hebrew_is_read_from_the_right() {
    assertThat(lines("hebrew.pdf"))
        .containsSubsequence(
            "נועה בן-דרור",
            "דוא\"ל: noa.bendror@example.com | טלפון: 052-123-4567",
            "מהנדסת תוכנה",
            "2019 - 2023",
            "אלון מערכות בע\"מ, חיפה",
            "פיתוח שירותים ב-Java וב-Spring Boot (גרסה 3.2)",
            "תואר ראשון במדעי המחשב, אוניברסיטת הדוגמה, 2014-2018");
  }

  @Test
  void facts_of_an_arabic_cv() {
    var profile = profile("arabic.pdf");

    assertThat(value(profile.contact().name())).isEqualTo("سلمى عبد الرحمن الحداد");
    assertThat(posts(profile))
        .containsExactly(
            "مهندسة برمجيات | شركة النخيل للتقنية | 2019-01 2023-12",
            "محاسبة | بنك الواحة (ش.م.ع) | 2015-03 2018-06");
    assertThat(schools(profile)).containsExactly("جامعة الأردن النموذجية");
    assertThat(skills(profile)).containsExactly("Java", "Python", "SQL", "إدارة المشاريع");
    assertThat(languages(profile)).containsExactly("Arabic NATIVE", "English C1");
  }

  @Test
  void facts_of_a_hebrew_cv() {
    var profile = profile("hebrew.pdf");

    assertThat(value(profile.contact().name())).isEqualTo("נועה בן-דרור");
    assertThat(profile.contact().phones()).extracting(Fact::value).containsExactly("052-123-4567");
    assertThat(posts(profile))
        .singleElement()
        .asString()
        .startsWith("מהנדסת תוכנה | אלון מערכות בע\"מ")
        .endsWith("| 2019-01 2023-12");
    assertThat(schools(profile)).containsExactly("אוניברסיטת הדוגמה");
    assertThat(languages(profile)).containsExactly("Hebrew NATIVE", "English C1");
  }

  @Test
  void facts_of_a_chinese_cv() {
    var profile = profile("chinese.pdf");

    assertThat(value(profile.contact().name())).isEqualTo("林雨晴");
    assertThat(posts(profile))
        .containsExactly(
            "高级软件工程师 | 青山软件有限公司 | 2019-03 2023-06", "软件工程师 | 海潮科技股份有限公司 | 2016-07 2019-02");
    assertThat(schools(profile)).containsExactly("样本大学");
    assertThat(skills(profile)).containsExactly("Java", "Python", "MySQL", "项目管理");
    assertThat(languages(profile)).containsExactly("Chinese NATIVE", "English C1");
  }

  /// The dates stand at half the height of what they are the dates of.
  @Test
  void facts_of_a_japanese_cv_in_a_table() {
    var profile = profile("japanese.pdf");

    assertThat(value(profile.contact().name())).isEqualTo("高橋 美咲");
    assertThat(posts(profile))
        .containsExactly(
            "ソフトウェアエンジニア | 株式会社みなとシステム | 2018-04 2024-05",
            "システムエンジニア | 青葉電機株式会社 | 2015-04 2018-03");
    assertThat(schools(profile)).containsExactly("見本大学");
    assertThat(languages(profile)).containsExactly("Japanese NATIVE", "English C1");
  }

  @Test
  void facts_of_a_korean_cv() {
    var profile =
        profileOf(
            """
            성명: 김하늘

            경력
            2019.03 - 2023.06 푸른바다 주식회사
            소프트웨어 엔지니어

            학력
            2011 - 2015 새벽대학교, 컴퓨터공학과 학사
            """);

    assertThat(value(profile.contact().name())).isEqualTo("김하늘");
    assertThat(posts(profile)).containsExactly("소프트웨어 엔지니어 | 푸른바다 주식회사 | 2019-03 2023-06");
    assertThat(schools(profile)).containsExactly("새벽대학교");
  }

  @Test
  void a_name_stands_behind_its_label_and_a_wide_blank() {
    var profile = profileOf("履歴書\n氏名 山本 はるか\n\n学歴\n2017年3月 東雲大学 情報学部 卒業\n");

    assertThat(value(profile.contact().name())).isEqualTo("山本 はるか");
  }

  private static Profile profileOf(String text) {
    var read =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return READER.read(read, TODAY);
  }

  private static List<String> posts(Profile profile) {
    return profile.work().stream()
        .map(post ->
            "%s | %s | %s".formatted(value(post.title()), value(post.company()), period(post)))
        .toList();
  }

  private static String period(Work post) {
    var period = Objects.requireNonNull(post.period()).value();
    return period.start() + " " + period.end();
  }

  private static List<String> schools(Profile profile) {
    return profile.education().stream().map(course -> "" + value(course.institution())).toList();
  }

  private static List<String> skills(Profile profile) {
    return profile.skills().stream()
        .flatMap(skill -> skill.mentions().stream())
        .filter(mention -> mention.place() == SkillUse.Place.LISTED)
        .map(mention -> mention.passage().quote())
        .toList();
  }

  private static List<String> languages(Profile profile) {
    return profile.languages().stream()
        .map(language -> language.language().value() + " " + language.level())
        .toList();
  }

  private static @Nullable String value(@Nullable Fact<String> fact) {
    return fact == null ? null : fact.value();
  }

  private static Profile profile(String file) {
    return READER.read(read(file), TODAY);
  }

  private static List<String> lines(String file) {
    return read(file).text().lines().stream().map(Line::text).toList();
  }

  private static Extraction.Text read(String file) {
    try {
      var place = WritingSystemsTest.class.getResource("writing/" + file);
      var path = Path.of(Objects.requireNonNull(place).toURI());
      return (Extraction.Text) EXTRACTOR.extract(path, file);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
