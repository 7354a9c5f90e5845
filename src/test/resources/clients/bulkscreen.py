"""A client of the bulk screening API: a ZIP in, polled until it is completed.

python3 bulkscreen.py BASE_ADDRESS FOLDER_OF_CVS [API_KEY]
"""

import io
import sys
import time
import zipfile
from datetime import datetime

from http_client import Session, check, is_number, read_cvs

JOB = """Backend developer

Requirements
- 3 years of experience with Java
- Spring Boot
- PostgreSQL
"""


def zip_of(cvs):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in cvs:
            archive.writestr(name, content)
    return buffer.getvalue()


def main(base, folder, key=None, pause=2.0):
    api = Session(base, key)
    cvs = read_cvs(folder)
    response = api.post(
        "/api/bulk-screen",
        data={"job_description": JOB, "job_title": "Backend developer", "min_experience": "2",
              "required_skills": "Java, Docker"},
        files=[("resumes_zip", ("resumes.zip", zip_of(cvs)))])
    check(response.status_code == 200, response.body)
    started = response.json()
    check(started["total_resumes"] == len(cvs), started)
    check(started["message"] == "Processing started. Use the job_id to check progress.", started)
    print(f"started {started['job_id']} with {started['total_resumes']} resumes")

    processed, updated = 0, ""
    while True:
        job = api.get(f"/api/job/{started['job_id']}").json()
        check(job["status"] in ("pending", "processing", "completed", "failed"), job["status"])
        check(job["processed"] >= processed, "processed fell")
        check(job["updated_at"] >= updated, "updated_at went back")
        check(datetime.fromisoformat(job["created_at"]).tzinfo is None, job["created_at"])
        processed, updated = job["processed"], job["updated_at"]
        print(f"  {job['status']} {processed}/{job['total_resumes']}")
        if job["status"] in ("completed", "failed"):
            break
        check(job["results"] is None, "results before the end")
        time.sleep(pause)

    check(job["status"] == "completed" and job["error"] is None, job)
    results = job["results"]
    check(results["total_processed"] + results["duplicates_skipped"] == len(cvs), "files lost")
    check(results["shortlisted_count"] == len(results["shortlisted"]), "count of shortlisted")
    check(len(results["all_candidates"]) == results["shortlisted_count"]
          + results["review_count"] + results["rejected_count"], "bands")
    for one in results["all_candidates"]:
        check(isinstance(one["id"], str) and isinstance(one["name"], str), one)
        check(isinstance(one["email"], str) and isinstance(one["skills"], list), one)
        check(is_number(one["years_experience"]) and 0 <= one["match_score"] <= 100, one)
        band = ("shortlisted" if one["match_score"] >= 70
                else "review" if one["match_score"] >= 45 else "rejected")
        check(one["status"] == band, one)
        check(isinstance(one["summary"], str) and isinstance(one["breakdown"], dict), one)
    print(f"done: {results['shortlisted_count']} shortlisted, {results['review_count']} to review, "
          f"{results['rejected_count']} below the line, {results['knockout_count']} knocked out, "
          f"{results['duplicates_skipped']} duplicates, {len(results['unreadable'])} unreadable")
    for one in results["all_candidates"][:3]:
        print(f"  {one['match_score']:3} {one['name']} ({one['status']})")
    return results


if __name__ == "__main__":
    main(*sys.argv[1:4])
    print("OK bulkscreen")
