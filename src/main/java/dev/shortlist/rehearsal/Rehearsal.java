package dev.shortlist.rehearsal;

import java.io.IOException;
import java.util.List;

/// Starts a server by the command line it is given, has it live through a [FirstDay], and ends it.
/// What the server keeps of that, and where, stands in the command line.
///
/// Ends with 1 when the server did not start. A day that is cut short is told and no failure: what
/// was loaded until then is worth keeping.
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    try (var model = new StandInModel();
        var server = new RehearsedServer(List.of(command), model.settings())) {
      live(new FirstDay(server.address()));
    } catch (RehearsedServer.NotStarted e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void live(FirstDay day) throws InterruptedException {
    try {
      day.live();
    } catch (IOException e) {
      System.err.println("the rehearsal was cut short: " + e);
    }
  }
}
