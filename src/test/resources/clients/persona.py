"""A client of the candidate API: an upload for a persona, its job polled every two seconds.

python3 persona.py BASE_ADDRESS FOLDER_OF_CVS [API_KEY]
"""

import sys
import time
import uuid

from http_client import Session, check, read_cvs

JOB = """Management accountant

Requirements
- 3 years of experience in accounting
- Excel
- SAP
"""


def main(base, folder, key=None, pause=2.0):
    api = Session(base, key)
    cvs = read_cvs(folder)
    persona = "persona-" + uuid.uuid4().hex[:8]
    made = api.post("/api/v1/job-descriptions", json_body={"text": JOB, "reference": persona})
    check(made.status_code == 201, made.body)

    response = api.post(
        "/api/v1/candidate/upload-batch", data={"persona_id": persona},
        files=[("files", cv) for cv in cvs])
    check(response.status_code == 200, response.body)
    queued = response.json()
    check(isinstance(queued["job_id"], str) and queued["status"] == "queued", queued)
    print(f"{queued['message']} ({queued['job_id']})")

    processed = 0
    while True:
        job = api.get(f"/api/v1/jobs/{queued['job_id']}/status").json()
        check(job["status"] in ("queued", "processing", "completed", "failed"), job["status"])
        check(job["progress"]["processed"] >= processed, "processed fell")
        processed = job["progress"]["processed"]
        print(f"  {job['status']} {processed}/{job['progress']['total']}")
        if job["status"] in ("completed", "failed"):
            break
        check(job["result"] is None and job["completed_at"] is None, job)
        time.sleep(pause)
    check(job["status"] == "completed" and job["error"] is None, job)
    check(job["type"] == "cv_batch" and job["persona_id"] == persona, job)
    check(job["created_at"].endswith("Z") and job["completed_at"].endswith("Z"), job)
    check(all(isinstance(one, str) for one in job["candidate_ids"]), job["candidate_ids"])
    for score in job["result"]["scores"]:
        check(isinstance(score["candidate_id"], str) and isinstance(score["cv_id"], str), score)
        check(0 <= score["score"] <= 100 and isinstance(score["summary"], str), score)
        check(isinstance(score["name"], str) and isinstance(score["recommendation"], str), score)
        check(isinstance(score["file_name"], str), score)
    check(len(job["result"]["scores"]) + len(job["result"]["unreadable"])
          == job["progress"]["total"], "CVs lost")
    for score in job["result"]["scores"][:3]:
        print(f"  {score['score']:3} {score['name']}: {score['recommendation']}")

    mine = api.get("/api/v1/jobs/my-jobs", params={"limit": 20}).json()
    check(isinstance(mine, list) and any(one["job_id"] == queued["job_id"] for one in mine), mine)
    created = [one["created_at"] for one in mine]
    check(created == sorted(created, reverse=True), "newest first")
    return job


if __name__ == "__main__":
    main(*sys.argv[1:4])
    print("OK persona")
