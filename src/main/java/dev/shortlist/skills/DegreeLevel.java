package dev.shortlist.skills;

/// Levels of education in ascending order, near enough to ISCED 2011 to compare across countries.
public enum DegreeLevel {
  SECONDARY,
  VOCATIONAL,
  ASSOCIATE,
  BACHELOR,
  MASTER,
  DOCTORATE
}
