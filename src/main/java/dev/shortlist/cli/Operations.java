package dev.shortlist.cli;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What needs the whole program without serving anybody; this package does not know how it is
/// built.
public interface Operations {

  /// Measures the engine on a database of its own in `scratch`.
  ///
  /// @param small whether only to see that all of it works
  void benchEngine(boolean small, Path scratch, PrintStream out);

  /// Writes everything in the database and the stored files to `file`.
  ///
  /// @param settings what the command line says, such as `shortlist.data`
  void exportTo(Path file, Map<String, String> settings, PrintStream out);

  /// Reads what [#exportTo] wrote into an empty database and an empty store.
  ///
  /// @param settings what the command line says, such as `shortlist.data`
  void importFrom(Path file, Map<String, String> settings, PrintStream out);

  /// Writes one account to `file`.
  ///
  /// @param account its id or name, absent for the first
  /// @param settings what the command line says, such as `shortlist.data`
  void exportAccount(
      @Nullable String account, Path file, Map<String, String> settings, PrintStream out);

  /// Reads what [#exportAccount] wrote into an account that is empty.
  ///
  /// @param account its id or name, made if need be, absent for the first
  /// @param settings what the command line says, such as `shortlist.data`
  void importAccount(
      @Nullable String account, Path file, Map<String, String> settings, PrintStream out);

  /// Says which screenings the clean-ups of the next days remove, when and why; removes nothing.
  ///
  /// @param account its id or name, absent for all
  /// @param days how far to look ahead, 0 for the next clean-up
  /// @param settings what the command line says, such as `shortlist.data`
  void reportRetention(
      @Nullable String account, int days, Map<String, String> settings, PrintStream out);

  /// Sets how long screenings are kept after they ended.
  ///
  /// @param account its id or name, absent for the first
  /// @param job number of a job description the rule is for, absent for all of the account
  /// @param days absent for the rule above: of the account, or of the installation
  /// @param settings what the command line says, such as `shortlist.data`
  void setRetention(
      @Nullable String account,
      @Nullable Integer job,
      @Nullable Integer days,
      Map<String, String> settings,
      PrintStream out);

  /// Tries the language model of the settings with one call.
  ///
  /// @return that it works, in words
  /// @throws CouldNotRun if it does not; the message says what to do
  String tryModel();

  /// Copies the stored files from the folder to the S3 bucket that is set, and reads each back.
  ///
  /// @param settings what the command line says, such as `shortlist.data`
  void moveToBucket(Map<String, String> settings, PrintStream out);

  /// Says what it would take to have the language model of the settings read ranked CVs.
  ///
  /// @param ranked best first
  /// @param cascade `band` or `all`, absent for the settings' own
  /// @throws CouldNotRun if no model is set, or the settings are wrong
  List<String> estimate(JobDescription asked, List<RankedCv> ranked, @Nullable String cascade);

  /// A CV as it was read and matched.
  ///
  /// @param hash of its bytes
  record RankedCv(String hash, Reading reading, Match match) {}
}
