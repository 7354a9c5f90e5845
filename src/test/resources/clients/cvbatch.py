"""A client of the CV batches: made, filled, processed, followed by WebSocket and queue-status.

python3 cvbatch.py BASE_ADDRESS FOLDER_OF_CVS [API_KEY]
"""

import json
import sys
import threading
import time

from http_client import Session, check, is_number, read_cvs
from websocket_client import WebSocket

JOB = """Backend developer

Requirements
- 3 years of experience with Java
- Spring Boot
- PostgreSQL
"""
STAGES = {"QUEUED": 0, "DOWNLOADING": 10, "EXTRACTING": 20, "ANALYZING_STRUCTURE": 30,
          "PARSING_WITH_AI": 50, "MATCHING_JD": 70, "ANALYZING_GITHUB": 80, "FINALIZING": 90,
          "COMPLETED": 100, "FAILED": 0}


def main(base, folder, key=None, pause=0.5):
    api = Session(base, key)
    cvs = read_cvs(folder)
    job = api.post("/api/v1/job-descriptions", json_body={"text": JOB}).json()["id"]
    response = api.post(
        "/api/v1/cv-batches",
        json_body={"title": "Spring intake", "job_description_id": job, "department": "IT",
                   "location": "Hull", "tags": ["java"], "experience_range": [3, 8]})
    check(response.status_code == 201, response.body)
    batch = response.json()
    check(batch["total_cvs"] == 0 and batch["department"] == "IT", batch)
    check(isinstance(batch["id"], str) and batch["completed_at"] is None, batch)

    done = threading.Event()
    progress, ended = {}, {}
    address = base.replace("http", "ws", 1) + f"/api/v1/cv-processing/ws/{batch['user_id']}"
    live = WebSocket(address + (f"?token={key}" if key else ""))
    live.send("ping")

    def listen():
        while True:
            try:
                text = live.receive()
            except OSError:
                return
            if text is None:
                return
            event = json.loads(text)
            if event["type"] == "cv_progress" and event["batch_id"] == batch["id"]:
                cv, stage = event["cv_id"], event["stage"]
                check(event["progress"] == STAGES[stage], event)
                check(stage == "FAILED" or event["progress"] >= progress.get(cv, 0), event)
                progress[cv] = event["progress"]
                if stage in ("COMPLETED", "FAILED"):
                    ended[cv] = event
            elif event["type"] == "batch_progress" and event["batch_id"] == batch["id"]:
                if event["total_cvs"] and event["completed"] + event["failed"] == event["total_cvs"]:
                    done.set()
            elif event["type"] == "pong":
                print("  pong")

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()

    response = api.post(
        f"/api/v1/cv-batches/{batch['id']}/upload", files=[("files", cv) for cv in cvs])
    check(response.status_code == 200, response.body)
    upload = response.json()
    check(upload["uploaded_count"] + upload["failed_count"] == len(cvs), upload)
    check(len(upload["files"]) == len(cvs), upload)
    for file in upload["files"]:
        check(set(file) >= {"message", "cv_id", "filename", "s3_key", "file_size_bytes", "status"},
              file)
    waiting = api.get(f"/api/v1/cv-processing/batch/{batch['id']}/queue-status").json()
    check(waiting["estimated_time_seconds"] == 40 * (waiting["queued"] + waiting["processing"]),
          waiting)
    check([one["queue_position"] for one in waiting["queue_details"]]
          == list(range(1, waiting["queued"] + 1)), waiting)
    print(f"uploaded {upload['uploaded_count']}, queued {waiting['queued']}")

    started = api.post(f"/api/v1/cv-processing/batch/{batch['id']}/process").json()
    check(started["success"] is True and len(started["task_ids"]) == started["total_cvs"], started)
    print("  " + started["message"])
    percentage = 0
    while True:
        status = api.get(f"/api/v1/cv-processing/batch/{batch['id']}/queue-status").json()
        check(status["percentage"] >= percentage, "percentage fell")
        percentage = status["percentage"]
        print(f"  {status['percentage']}% queued {status['queued']} processing "
              f"{status['processing']} left {status['estimated_time_seconds']} s")
        if status["completed"] + status["failed"] == status["total_cvs"]:
            break
        time.sleep(pause)
    check(done.wait(60), "the WebSocket never told the end")
    check(len(ended) == status["total_cvs"], f"{len(ended)} of {status['total_cvs']} ends were told")
    check(sum(one["stage"] == "FAILED" for one in ended.values()) == status["failed"], "failures")
    live.close()

    best = max((one for one in ended.values() if one["stage"] == "COMPLETED"),
               key=lambda one: one["match_score"])
    cv = api.get(f"/api/v1/cvs/{best['cv_id']}").json()
    check(cv["status"] == "completed" and cv["jd_match_score"] == best["match_score"], cv)
    data = cv["jd_match_data"]
    check(data["overall_match_score"] == cv["jd_match_score"], data)
    check(data["recommendation"]["decision"]
          in ("strong-yes", "yes", "maybe", "no", "strong-no"), data["recommendation"])
    check(0 <= data["recommendation"]["confidence"] <= 100, data["recommendation"])
    check(data["experience_match"]["assessment"] in ("exceeds", "meets", "below"), data)
    for skill in data["technical_skills_match"]["required_skills_matched"]:
        check(skill["match_quality"] in ("exact", "related"), skill)
        check(is_number(skill["years_experience"]), skill)
    check(isinstance(cv["parse_detail"]["candidate_name"], str), cv["parse_detail"])
    print(f"  best: {cv['parse_detail']['candidate_name']} {cv['jd_match_score']} "
          f"{data['recommendation']['decision']}")
    nothing = api.post(f"/api/v1/cv-processing/batch/{batch['id']}/process").json()
    check(nothing["success"] is False and nothing["message"] == "No CVs to process", nothing)
    return status


if __name__ == "__main__":
    main(*sys.argv[1:4])
    print("OK cvbatch")
