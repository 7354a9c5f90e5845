package dev.shortlist.backup;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One kind of thing an account has: a table, and a file of JSON Lines in its export.
///
/// @param name in the export
/// @param withheld columns that never leave: secrets, and what each installation gives anew
/// @param condition which rows leave
/// @param rewritten SQL for columns that are not taken as they were
/// @param onConflict what happens to a row that is there already
record Kind(
    String name,
    String table,
    Set<String> withheld,
    String condition,
    Map<String, String> rewritten,
    String onConflict) {

  /// Which application has which match is written when both are there.
  static final String LATER = "match_id";

  /// Names of those who did something, as `user/ID`.
  static final Set<String> ACTORS =
      Set.of(
          "created_by", "decided_by", "looked_by", "made_by", "owner", "revealed_by", "written_by");

  /// In the order they are read back, each after what it refers to. People come back without a
  /// password and kept out, until an owner lets them in.
  static final List<Kind> IMPORTED =
      List.of(
          new Kind(
              "people",
              "app_user",
              Set.of("password", "totp", "totp_step"),
              "true",
              Map.of("disabled_at", "coalesce(r.disabled_at, now())"),
              "on conflict (email) do nothing"),
          new Kind("terms", "own_term"),
          new Kind(
              "counters",
              "counter",
              Set.of(),
              "true",
              Map.of(),
              "on conflict (account_id, kind) do update set last = greatest(counter.last, excluded.last)"),
          new Kind("job-descriptions", "job_description"),
          new Kind(
              "documents",
              "document",
              Set.of(),
              "true",
              // From here on the bytes are needed; what an import that was cut off left goes in
              // time.
              Map.of("created_at", "now()"),
              "on conflict (account_id, hash) do nothing"),
          new Kind("candidates", "candidate"),
          new Kind("candidate-addresses", "candidate_email"),
          new Kind("candidate-documents", "candidate_document"),
          new Kind("readings", "reading"),
          new Kind("screenings", "screening"),
          new Kind("screening-moves", "screening_move"),
          new Kind("applications", "application", Set.of("change", "model_state"), "true"),
          new Kind("results", "match"),
          new Kind("received", "received"),
          new Kind("decisions", "decision"),
          new Kind("notes", "note"),
          new Kind("names-shown", "reveal"),
          new Kind("corrections", "correction"),
          new Kind("model-judgements", "judgement", Set.of(), "state <> 'WAITING'"),
          new Kind("model-plans", "model_plan"),
          new Kind("model-calls", "model_call", Set.of(), "outcome <> 'UNDER_WAY'"),
          new Kind("views", "saved_view"),
          new Kind("github-people", "github_person", Set.of(), "state <> 'WAITING'"),
          new Kind(
              "github-applications",
              "github_application",
              Set.of(),
              """
              exists (select from github_person p
                       where p.account_id = github_application.account_id and p.id = person_id
                         and p.state <> 'WAITING')\
              """),
          new Kind("consents", "consent"),
          new Kind("arrivals", "arrival"),
          new Kind("letterhead", "letterhead"),
          new Kind("mail-templates", "mail_template"),
          // A mail that waits leaves from where it was written, or not at all.
          new Kind("mails", "email", Set.of("token"), "state not in ('QUEUED', 'SENDING')"));

  /// To be read by people; another installation has a log and a ledger of its own.
  static final List<Kind> RECORDS =
      List.of(new Kind("audit-log", "audit_entry"), new Kind("credits", "credit_entry"));

  /// Tables of accounts that do not leave, and why.
  static final Map<String, String> STAY =
      Map.ofEntries(
          Map.entry("api_key", "a secret"),
          Map.entry("credit_line", "what an installation grants"),
          Map.entry("delivery", "goes with its webhook"),
          Map.entry("github_answer", "a cache"),
          Map.entry("github_settings", "holds a token; another installation asks nobody unasked"),
          Map.entry("watched_file", "of files in a folder of this installation"),
          Map.entry("idempotent_request", "answers of this installation"),
          Map.entry("model_answer", "a cache"),
          Map.entry("model_pack", "work under way"),
          Map.entry("model_spent", "summed up again"),
          Map.entry("model_settings", "holds a key; another installation calls nobody unasked"),
          Map.entry("moving", "work of this installation"),
          Map.entry("opening", "an address of this installation; a recruiter opens the next"),
          Map.entry("pool_ranking", "worked out again"),
          Map.entry("pool_score", "worked out again"),
          Map.entry("pool_step", "work under way"),
          Map.entry("tally", "counted again"),
          Map.entry("upload", "under way"),
          Map.entry("user_link", "a secret"),
          Map.entry("user_session", "a secret"),
          Map.entry("webhook", "has a secret, and tells whom this installation was told to tell"));

  Kind {
    withheld = Set.copyOf(withheld);
    rewritten = Map.copyOf(rewritten);
  }

  private Kind(String name, String table) {
    this(name, table, Set.of(), "true");
  }

  private Kind(String name, String table, Set<String> withheld, String condition) {
    this(name, table, withheld, condition, Map.of(), "");
  }

  /// Where it stands in the export.
  String entry() {
    return "kinds/%s.jsonl".formatted(name);
  }

  /// Whether an account that has some already cannot take others in.
  boolean mustBeNew() {
    return onConflict.isEmpty();
  }
}
