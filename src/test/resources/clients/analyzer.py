"""A client of the resume analyzer: vacancies by number, batches of files, statistics.

python3 analyzer.py BASE_ADDRESS FOLDER_OF_CVS [API_KEY]
"""

import sys
import time

from http_client import Session, check, is_number, read_cvs

MOST = 100  # files in a batch
JOB = """Senior Developer

Requirements
- 5 years of experience with Java
- PostgreSQL
- Docker
"""


def main(base, folder, key=None, pause=1.0):
    api = Session(base, key)
    cvs = read_cvs(folder)
    vacancy = api.post("/api/v1/job-descriptions", json_body={"text": JOB}).json()["number"]

    for start in range(0, len(cvs), MOST):
        batch = cvs[start:start + MOST]
        response = api.post(
            "/api/analyzer/batch/upload", data={"job_id": vacancy},
            files=[("files", cv) for cv in batch])
        check(response.status_code == 200, response.body)
        upload = response.json()
        check(upload["status"] == "processing" and upload["job_id"] == vacancy, upload)
        check(isinstance(upload["job_id"], int) and upload["total_files"] == len(batch), upload)
        check(upload["message"].startswith(f"Processing {len(batch)} resumes for job "), upload)
        print(upload["message"])

    processed = 0
    while True:
        status = api.get(f"/api/analyzer/job/{vacancy}/processing-status").json()
        check(status["processed"] >= processed, "processed fell")
        processed = status["processed"]
        print(f"  {processed}/{status['total_candidates']} {status['processing_rate']}")
        if status["processing_rate"] == "100.0%":
            break
        time.sleep(pause)
    scores = [one["ai_score"] for one in status["candidates"]]
    check(scores == sorted(scores, reverse=True), "sorted by score")
    for one in status["candidates"]:
        check(isinstance(one["candidate_id"], int) and is_number(one["ai_score"]), one)
        check(isinstance(one["name"], str) and isinstance(one["recommendation"], str), one)
    check(set(status["score_stats"]) == {"average", "highest", "lowest"}, status["score_stats"])
    print(f"  scores {status['score_stats']}")

    while True:
        result = api.get(f"/api/analyzer/job/{vacancy}/batch-result").json()
        if result["status"] == "completed":
            break
        time.sleep(pause)
    check(result["total_files"] == len(batch), result)
    check(result["successfully_processed"] + result["failed"] == len(batch), result)
    check(len(result["failed_files"]) == result["failed"], result)
    print(f"  batch: {result}")

    good = next(cv for cv in cvs if cv[0] not in result["failed_files"])
    response = api.post(
        "/api/analyzer/batch/process", data={"job_id": vacancy}, files=[("file", good)])
    check(response.status_code == 200, response.body)
    one = response.json()
    check(one["status"] == "success" and one["file_name"] == good[0], one)
    check(isinstance(one["candidate_id"], int) and is_number(one["ai_score"]), one)
    check(set(one["resume_parsing"]) == {"skills", "experience", "education"}, one)
    print(f"  {one['file_name']}: {one['ai_score']} {one['recommendation']}")

    again = api.post(
        "/api/analyzer/analyze",
        json_body={"job_id": vacancy, "candidate_id": one["candidate_id"]}).json()
    check(again["ai_score"] == one["ai_score"], again)
    scored = api.post(f"/api/analyzer/job/{vacancy}/generate-scores").json()
    check(scored["status"] == "processing" and scored["total_candidates"] >= 1, scored)
    print("  " + scored["message"])
    applied = api.post(
        "/apply",
        data={"name": "Nora Nilsen", "email": "nora@example.com", "phone": "+47 22 00 00 00",
              "job_id": vacancy},
        files=[("resume", ("nora.txt", b"Nora Nilsen\nDeveloper\n\nSkills\nJava, Docker\n"))]).json()
    check(applied == {"status": "Application submitted",
                      "message": "Your resume is being analyzed"}, applied)
    return result


if __name__ == "__main__":
    main(*sys.argv[1:4])
    print("OK analyzer")
