// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 A folder is read in byte order of its paths; unknown kinds, dot names and linked folders are skipped.
//   2 Every kind of file gives its documents; objectID and lang are taken from path and options when it says none.
//   3 Errors name path and line, in parsers, in the sink and in the file system.
//   4 The first bad document ends the reading, or with keep_going it is counted and reported and the rest is read.
//   5 The report and progress count what was read.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <signpost/ingest.h>
#include <catch2/catch.hpp>

#include "ingest/temp_folder.h"

using signpost::Document;
using signpost::IngestOptions;
using signpost::IngestReport;
using signpost::ReadDocuments;

namespace {

// What a reading gave: the documents' identities, and its end.
struct Outcome {
  std::vector<std::string> documents;  // `objectID lang title`
  IngestReport report;
  absl::Status status;
};

Outcome Read(const std::string& path, IngestOptions options = {}) {
  Outcome outcome;
  auto report = ReadDocuments(path, options, [&](const Document& document) {
    if (document.title == "refuse") return absl::AlreadyExistsError("document was added before, \"refuse\"");
    outcome.documents.push_back(document.object_id + " " + document.lang + " " + document.title);
    return absl::OkStatus();
  });
  if (report.ok()) {
    outcome.report = *report;
  } else {
    outcome.status = report.status();
  }
  return outcome;
}

std::string Message(const Outcome& outcome) { return std::string(outcome.status.message()); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("Files: a folder in byte order (1, 5)", "[ingest]") {
  TempFolder folder;
  folder.Write("b.md", "# B");
  folder.Write("a/z.markdown", "# Z");
  folder.Write("a/inner/y.HTM", "<h1>Y</h1>");
  folder.Write("a-b.html", "<h1>AB</h1>");
  folder.Write("a.txt", "no");
  folder.Write("noextension", "no");
  folder.Write(".hidden.md", "# no");
  folder.Write(".git/x.md", "# no");
  folder.Write(".md", "# no");
  folder.Write("Ä.md", "# Umlaut");
  folder.Write("v1.2/notes.v3.md", "# Dots");
  for (std::string path : {folder.path(), folder.path() + "/"}) {
    Outcome outcome = Read(path);
    CHECK(outcome.status.ok());
    CHECK(outcome.documents ==
          Strings{"a-b  AB", "a/inner/y  Y", "a/z  Z", "b  B", "v1.2/notes.v3  Dots", "Ä  Umlaut"});
    CHECK(outcome.report.files == 6);
    CHECK(outcome.report.documents == 6);
    CHECK(outcome.report.skipped == 0);
  }
}

TEST_CASE("Files: links (1)", "[ingest]") {
  TempFolder folder;
  folder.Write("a/real.md", "# Real");
  std::filesystem::create_directory_symlink(folder / "a", folder / "loop");
  std::filesystem::create_directory_symlink("..", folder / "a/up");
  std::filesystem::create_directory_symlink(folder / "a", folder / "folder.md");
  std::filesystem::create_symlink(folder / "a/real.md", folder / "link.md");
  CHECK(Read(folder.path()).documents == Strings{"a/real  Real", "link  Real"});
  CHECK(Read(folder / "loop").documents == Strings{"real  Real"});
  std::filesystem::create_symlink(folder / "gone.md", folder / "broken.md");
  Outcome outcome = Read(folder.path());
  CHECK(outcome.status.code() == absl::StatusCode::kNotFound);
  CHECK(Message(outcome) == folder / "broken.md" + ": cannot open the file, No such file or directory");
}

TEST_CASE("Files: one file (2)", "[ingest]") {
  TempFolder folder;
  CHECK(Read(folder.Write("deep/track.md", "---\nlang: es\n---\n# T"), {.lang = "en"}).documents ==
        Strings{"track es T"});
  CHECK(Read(folder.Write("page.html", "<h1>T</h1>"), {.lang = "en"}).documents == Strings{"page en T"});
  CHECK(Read(folder.Write("page2.html", "<html lang=pt><h1>T</h1>"), {.lang = "en"}).documents ==
        Strings{"page2 pt T"});
  Outcome outcome = Read(folder.Write("a.txt", "x"));
  CHECK(outcome.status.code() == absl::StatusCode::kInvalidArgument);
  CHECK(Message(outcome) ==
        folder / "a.txt" +
            ": is not a kind of file that is read (.md, .markdown, .html, .htm, .vtt, .srt, .jsonl, .ndjson, .json)");
}

TEST_CASE("Files: JSON Lines (2, 5)", "[ingest]") {
  TempFolder folder;
  std::string text =
      "\xEF\xBB\xBF{\"objectID\":\"a\",\"title\":\"A\"}\r\n\n "
      "\t\r\n{\"objectID\":2,\"lang\":\"es\",\"_sections\":[{\"text\":"
      "\"x\"},{\"heading\":\"h\",\"text\":\"\"}]}";
  Outcome outcome = Read(folder.Write("x.jsonl", text), {.lang = "en"});
  CHECK(outcome.documents == Strings{"a en A", "2 es "});
  CHECK(outcome.report.files == 1);
  CHECK(outcome.report.sections == 2);
  CHECK(outcome.report.bytes == text.size());
  CHECK(Read(folder.Write("y.ndjson", "")).documents.empty());
}

TEST_CASE("Files: lines longer than a read of the file (2)", "[ingest]") {
  TempFolder folder;
  std::string long_line = "{\"objectID\":\"long\",\"body\":\"" + std::string(3'000'000, 'x') + "\"}\n";
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "{\"objectID\":\"" + std::to_string(i) + "\",\"title\":\"t\"}\n";
  Outcome outcome = Read(folder.Write("x.jsonl", text + long_line + "{\"objectID\":\"end\"}"));
  CHECK(outcome.report.documents == 20002);
  CHECK(outcome.documents[19999] == "19999  t");
  CHECK(outcome.documents[20001] == "end  ");
}

TEST_CASE("Files: JSON arrays (2)", "[ingest]") {
  TempFolder folder;
  Outcome outcome = Read(folder.Write(
      "x.json", "\xEF\xBB\xBF\n[ {\"objectID\":\"a,]}\\\"\"},\n{\"objectID\":2,\"x\":[[1],{\"y\":\"]\"}]} ]\n"));
  CHECK(outcome.status.ok());
  CHECK(outcome.documents == Strings{"a,]}\"  ", "2  "});
  CHECK(Read(folder.Write("y.json", " [ ] ")).status.ok());
}

TEST_CASE("Files: errors name path and line (3, 4)", "[ingest]") {
  struct Case {
    std::string name;
    std::string content;
    std::string message;  // behind the path
  };
  auto c = GENERATE(values<Case>({
      {"a.md", "---\ntitle: x\nbad: [\n---\n", ":4: front matter is not YAML, end of sequence flow not found"},
      {"a.md", "---\ntitle: x", ":1: front matter does not end with a line of ---"},
      {"a.md", "# A\n\xFF", ":2: invalid UTF-8, byte 4 (0xFF)"},
      {"a.md", "# refuse", ":1: document was added before, \"refuse\""},
      {"a.html", "a\n\nb\xFF", ":3: invalid UTF-8, byte 4 (0xFF)"},
      {"a.jsonl", "{\"objectID\":\"a\"}\n\n{\"title\":\"x\"}\n",
       ":3: objectID of document is missing, {\"title\":\"x\"}"},
      {"a.jsonl", "{\"objectID\":\"a\"}\n{\"objectID\":\"b\xFF\"}\n", ":2: invalid UTF-8, byte 14"},
      {"a.jsonl", "{\"objectID\":\"a\"}\n{\"objectID\":\"b\"\n", ":2: JSON ends too early, \"\""},
      {"a.jsonl", "\n\n{\"objectID\":\"b\",\"title\":\"refuse\"}\n", ":3: document was added before, \"refuse\""},
      {"a.jsonl", "[]", ":1: document must be an object, []"},
      {"a.json", "{\"objectID\":\"a\"}", ":1: JSON file is no array, \"{\"objectID\":\"a\"}\""},
      {"a.json", "", ":1: JSON file is no array, \"\""},
      {"a.json", "[\n{\"objectID\":\"a\"},\n{\"objectID\":\"b\",\n\"title\":7}\n]",
       ":4: title of document \"b\" must be a string, 7"},
      {"a.json", "[\n{\"objectID\":\"a\"}\n,\n{\"objectID\":\"b\",\"title\":\"refuse\"}]",
       ":4: document was added before, \"refuse\""},
      {"a.json", "[{\"objectID\":\"a\"},\n]", ":2: an element of the JSON array is missing, \"]\""},
      {"a.json", "[,{\"objectID\":\"a\"}]", ":1: an element of the JSON array is missing, \",{\"objectID\":\"a\"}]\""},
      {"a.json", "[{\"objectID\":\"a\"},\n\n", ":3: JSON array ends too early, \"\""},
      {"a.json", "[{\"objectID\":\"a\"}\n", ":2: JSON array ends too early, \"\""},
      {"a.json", "[{\"objectID\":\"a\"}]\n x", ":2: something follows the JSON array, \"x\""},
      {"a.json", "[\n[}]", ":2: JSON syntax error, \"}\""},
  }));
  CAPTURE(c.name, c.content);
  TempFolder folder;
  std::string path = folder.Write(c.name, c.content);
  Outcome outcome = Read(path);
  CHECK_FALSE(outcome.status.ok());
  CHECK(Message(outcome) == path + c.message);
  Outcome going = Read(path, {.keep_going = true});
  CHECK(going.status.ok());
  REQUIRE_FALSE(going.report.errors.empty());
  CHECK(going.report.errors.front() == path + c.message);
}

TEST_CASE("Files: the sink's status code is kept (3)", "[ingest]") {
  TempFolder folder;
  CHECK(Read(folder.Write("a.md", "# refuse")).status.code() == absl::StatusCode::kAlreadyExists);
}

TEST_CASE("Files: what cannot be read (3)", "[ingest]") {
  TempFolder folder;
  Outcome missing = Read(folder / "none");
  CHECK(missing.status.code() == absl::StatusCode::kNotFound);
  CHECK(Message(missing) == folder / "none" + ": cannot read, No such file or directory");
  CHECK(Read(folder / "none", {.keep_going = true}).status.code() == absl::StatusCode::kNotFound);
  REQUIRE(mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
  CHECK(Message(Read(folder.path())) == folder / "pipe.md" + ": is not a regular file");
}

TEST_CASE("Files: folders and files without permission (3, 4)", "[ingest]") {
  if (geteuid() == 0) {
    WARN("root may read everything: not tested");
    return;
  }
  TempFolder folder;
  folder.Write("a/x.md", "# X");
  folder.Write("b.md", "# B");
  std::filesystem::permissions(folder / "a", std::filesystem::perms::none);
  Outcome outcome = Read(folder.path());
  CHECK(outcome.status.code() == absl::StatusCode::kPermissionDenied);
  CHECK(Message(outcome) == folder / "a" + ": cannot read the folder, Permission denied");
  CHECK(Read(folder / "a", {.keep_going = true}).status.code() == absl::StatusCode::kPermissionDenied);
  Outcome going = Read(folder.path(), {.keep_going = true});
  CHECK(going.documents == Strings{"b  B"});
  CHECK(going.report.skipped == 1);
  std::filesystem::permissions(folder / "a", std::filesystem::perms::owner_all);
}

TEST_CASE("Files: bad documents are skipped when asked (4, 5)", "[ingest]") {
  TempFolder folder;
  folder.Write("1.md", "# One");
  folder.Write("2.md", "---\nopen");
  folder.Write("3.jsonl",
               "{\"objectID\":\"a\"}\nno\n{\"objectID\":\"b\"}\n{\"objectID\":\"c\",\"title\":\"refuse\"}\n");
  folder.Write("4.json", "[{\"objectID\":\"d\"},{\"title\":\"x\"},{\"objectID\":\"e\"}]");
  Outcome stopped = Read(folder.path());
  CHECK(stopped.documents == Strings{"1  One"});
  CHECK(Message(stopped) == folder / "2.md" + ":1: front matter does not end with a line of ---");
  Outcome going = Read(folder.path(), {.keep_going = true});
  CHECK(going.documents == Strings{"1  One", "a  ", "b  ", "d  ", "e  "});
  CHECK(going.report.files == 4);
  CHECK(going.report.documents == 5);
  CHECK(going.report.skipped == 4);
  CHECK(going.report.errors == Strings{folder / "2.md" + ":1: front matter does not end with a line of ---",
                                       folder / "3.jsonl" + ":2: JSON syntax error, \"o\"",
                                       folder / "3.jsonl" + ":4: document was added before, \"refuse\"",
                                       folder / "4.json" + ":1: objectID of document is missing, {\"title\":\"x\"}"});
}

TEST_CASE("Files: the first hundred errors are kept, all are counted (4)", "[ingest]") {
  TempFolder folder;
  std::string text;
  for (int i = 0; i < 250; ++i) text += "{}\n";
  Outcome outcome = Read(folder.Write("x.jsonl", text), {.keep_going = true});
  CHECK(outcome.report.errors.size() == 100);
  CHECK(outcome.report.skipped == 250);
}

TEST_CASE("Files: progress is told after each file (5)", "[ingest]") {
  TempFolder folder;
  folder.Write("1.md", "12345");
  folder.Write("2.md", "123");
  std::vector<std::pair<std::uint64_t, std::uint64_t>> calls;
  Read(folder.path(),
       {.progress = [&](std::uint64_t files, std::uint64_t bytes) { calls.emplace_back(files, bytes); }});
  CHECK(calls == std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 5}, {2, 8}});
}
