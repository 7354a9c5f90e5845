package dev.shortlist.jobdescription;

/// How senior the post is, in ascending order.
public enum Seniority {
  TRAINEE,
  JUNIOR,
  EXPERIENCED,
  SENIOR,
  LEAD,
  EXECUTIVE
}
