"""A client of the task queue: resumes in, a task polled, three drawers out.

python3 taskqueue.py BASE_ADDRESS FOLDER_OF_CVS [API_KEY]
"""

import sys
import time

from http_client import Session, check, read_cvs

JOB = """Management accountant

Requirements
- 3 years of experience in accounting
- Excel
- SAP
"""


def main(base, folder, key=None, pause=1.0):
    api = Session(base, key)
    cvs = read_cvs(folder)
    response = api.post(
        "/process", data={"job_description": JOB}, files=[("resumes", cv) for cv in cvs])
    check(response.status_code == 200, response.body)
    started = response.json()
    check(started["message"] == "Resume processing started", started)
    check(started["status"] == "processing", started)
    print("task " + started["task_id"])

    current = 0
    while True:
        task = api.get(f"/process/status/{started['task_id']}").json()
        if task["state"] == "PENDING":
            check(task["status"] == "Task is waiting to be processed", task)
        elif task["state"] == "PROGRESS":
            check(task["current"] >= current, "current fell")
            check(task["status"].startswith("Processing "), task)
            current = task["current"]
            print(f"  {current}/{task['total']} {task['status']}")
        else:
            break
        time.sleep(pause)
    check(task["state"] == "SUCCESS", task)
    data, metadata = task["result"]["data"], task["result"]["metadata"]
    check(set(data) == {"selected", "rejected", "considered"}, list(data))
    check(metadata["processed_at"].endswith("Z") and isinstance(metadata["user_id"], str), metadata)
    items = [(drawer, item) for drawer, all_items in data.items() for item in all_items]
    check(len(items) == metadata["total_processed"], metadata)
    for drawer, item in items:
        check(isinstance(item["score"], float) and 0 <= item["score"] <= 10, item["score"])
        wanted = ("selected" if item["score"] >= 7 else
                  "considered" if item["score"] >= 4 else "rejected")
        check(drawer == wanted == item["category"], item["id"])
        check(item["id"].startswith("resume_") and isinstance(item["content"], str), item["id"])
        check(isinstance(item["strengths"], list) and isinstance(item["weaknesses"], list), item)
        if item["explanation"].startswith("Error processing resume: "):
            check(item["score"] == 0.0 and item["name"] == "Unknown", item)
    check(sorted(int(item["id"][7:]) for _, item in items) == list(range(len(items))), "ids")
    print("  " + ", ".join(f"{len(data[drawer])} {drawer}" for drawer in data))

    unknown = api.get("/process/status/00000000-0000-7000-8000-00000000ffff")
    check(unknown.status_code == 200 and unknown.json()["state"] == "PENDING", unknown.body)
    invited = (data["selected"] + data["considered"])[:2]
    mails = api.post(
        "/send-personalized-emails", json_body=invited,
        params={"job_description": JOB, "category": "selected"})
    check(mails.status_code == 200, mails.body)
    answer = mails.json()
    check(isinstance(answer["message"], str) and isinstance(answer["company_info"], dict), answer)
    check(answer["sent_count"] + len(answer["failed_emails"]) == len(invited), answer)
    for failed in answer["failed_emails"]:
        check(set(failed) == {"name", "email", "error"}, failed)
    print(f"  {answer['message']}")
    return task


if __name__ == "__main__":
    main(*sys.argv[1:4])
    print("OK taskqueue")
