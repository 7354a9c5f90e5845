import client.ApiClient;
import client.ApiException;
import client.api.ApplicationsApi;
import client.api.DecisionsApi;
import client.api.JobDescriptionsApi;
import client.api.ScreeningsApi;
import client.model.NewDecision;
import client.model.NewText;
import java.io.File;
import java.util.List;

/** What a program does with the client that was generated from the API's description. */
public class UseClient {
  public static void main(String[] args) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(args[0]);
    var jobs = new JobDescriptionsApi(client);
    var screenings = new ScreeningsApi(client);

    var job = jobs.jobDescriptionsCreate(new File(args[1]), null, "REQ-CLIENT");
    say("job", job.getTitle() + " asks for " + job.getRequirements().size());

    var cvs = List.of(args).subList(2, args.length).stream().map(File::new).toList();
    var screening =
        screenings.screeningsCreate("Client", null, null, null, cvs, new File(args[1]));
    say("accepted", screening.getReceipt().getAccepted());
    String key = screening.getId().toString();
    while (!screenings.screeningsFind(key).getState().getValue().equals("COMPLETED")) {
      Thread.sleep(200);
    }

    var ranked =
        new ApplicationsApi(client)
            .applicationsList(
                key, null, null, 10, "score", null, null, null, null, null, null, null)
            .getApplications();
    say("ranked", ranked.size());
    say("best", ranked.get(0).getName() + " " + ranked.get(0).getScore());

    var decision = new NewDecision();
    decision.setApplications(List.of(ranked.get(0).getId()));
    decision.setVerdict(NewDecision.VerdictEnum.ON_HOLD);
    say(
        "decided",
        new DecisionsApi(client).decisionsDecide(decision).getDecisions().get(0).getVerdict());

    try {
      jobs.jobDescriptionsRewrite("no-such", new NewText().text("x"));
    } catch (ApiException e) {
      say("problem", e.getCode() + " " + e.getResponseBody().contains("not-found"));
    }
  }

  private static void say(String what, Object value) {
    System.out.println(what + "=" + value);
  }
}
