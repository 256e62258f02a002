// SPDX-License-Identifier: Apache-2.0
// 1. A query line gives id (string or integer, as given), text, lang, set; other members are ignored.
// 2. A bad query line is an error `PATH:LINE: what, value`; lines before it are read; blank lines count as lines.
// 3. Judgements: three columns, grades that are numbers; errors as in 2. The same judgement twice is none.
// 4. Lines: LF and CRLF, a last line without its line break, NUL bytes, long lines. Errors of the system in its words.
// 5. Errors begin with a place or with `signpost: `, and never twice.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/errors.h"
#include "cli/exit_code.h"
#include "cli/line_reader.h"
#include "cli/qrels_file.h"
#include "cli/query_file.h"

namespace signpost::cli {
namespace {

// A file in a fresh folder, removed with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content)
      : folder_((std::filesystem::temp_directory_path() / "signpost-test-XXXXXX").string()) {
    if (mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("cannot make " + folder_);
    std::ofstream(path(), std::ios::binary) << content;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  std::string path() const { return folder_ + "/file"; }
  const std::string& folder() const { return folder_; }
  // `message` with FILE in place of the path.
  std::string Anonymous(std::string message) const {
    const std::size_t at = message.find(path());
    return at == message.npos ? message : message.replace(at, path().size(), "FILE");
  }

 private:
  std::string folder_;
};

std::string QueryError(std::string_view line) {
  absl::StatusOr<QueryLine> query = ParseQueryLine(line, "q.jsonl:7");
  if (query.ok()) return "OK";
  CHECK(query.status().code() == absl::StatusCode::kInvalidArgument);
  return Message(query.status());
}

TEST_CASE("Query line: members", "[cli]") {
  absl::StatusOr<QueryLine> query =
      ParseQueryLine(R"({"id": "a", "set": "exact", "source": [1], "text": "wo ist\tes", "lang": "de"})", "q:1");
  REQUIRE(query.ok());
  CHECK(query->id == Value("a"));
  CHECK(query->IdText() == "a");
  CHECK(query->text == "wo ist\tes");
  CHECK(query->lang == "de");
  CHECK(query->set == "exact");
  CHECK(query->place == "q:1");

  absl::StatusOr<QueryLine> number = ParseQueryLine(R"({"id": 12, "text": ""})", "q:1");
  REQUIRE(number.ok());
  CHECK(number->id == Value(12));
  CHECK(number->IdText() == "12");
  CHECK(number->text.empty());
  CHECK(number->lang.empty());
  CHECK(number->set.empty());
}

TEST_CASE("Query line: errors say place, what and value", "[cli]") {
  struct Case {
    const char* line;
    const char* error;
  };
  const Case c = GENERATE(values<Case>({
      {R"([1])", R"(q.jsonl:7: a query must be an object, [1])"},
      {R"("x")", R"(q.jsonl:7: a query must be an object, "x")"},
      {R"({"text": "x"})", R"(q.jsonl:7: id is missing, "{\"text\": \"x\"}")"},
      {R"({"id": null, "text": "x"})", R"(q.jsonl:7: id must be a string or an integer, null)"},
      {R"({"id": 1.5, "text": "x"})", R"(q.jsonl:7: id must be a string or an integer, 1.5)"},
      {R"({"id": "a"})", R"(q.jsonl:7: text is missing, "{\"id\": \"a\"}")"},
      {R"({"id": "a", "text": 5})", R"(q.jsonl:7: text must be a string, 5)"},
      {R"({"id": "a", "text": "x", "lang": ["en"]})", R"(q.jsonl:7: lang must be a string, ["en"])"},
      {R"({"id": "a", "text": "x", "set": {}})", R"(q.jsonl:7: set must be a string, {})"},
      {R"({"id": "a", "id": "b", "text": "x"})", R"(q.jsonl:7: duplicate member, "id")"},
  }));
  CAPTURE(c.line);
  CHECK(QueryError(c.line) == c.error);
  // The parser's own words may change; its line must not stand there.
  CHECK(QueryError(R"({"id": )").starts_with("q.jsonl:7: JSON "));
  CHECK(QueryError("{\"id\": \"\xFF\"}").starts_with("q.jsonl:7: invalid UTF-8"));
}

TEST_CASE("Query file: reads up to the first bad line", "[cli]") {
  const TemporaryFile file("{\"id\": 1, \"text\": \"a\"}\r\n\n  \t\n{\"id\": 2, \"text\": \"b\"}\n{\"id\": 3}\n");
  absl::StatusOr<QueryFile> queries = QueryFile::Open(file.path());
  REQUIRE(queries.ok());
  QueryLine query;
  REQUIRE(*queries->Next(&query));
  CHECK(query.text == "a");
  REQUIRE(*queries->Next(&query));
  CHECK(query.text == "b");
  CHECK(file.Anonymous(query.place) == "FILE:4");
  absl::StatusOr<bool> bad = queries->Next(&query);
  REQUIRE_FALSE(bad.ok());
  CHECK(file.Anonymous(Message(bad.status())) == "FILE:5: text is missing, \"{\\\"id\\\": 3}\"");
}

TEST_CASE("Judgements: by query and objectID", "[cli]") {
  const TemporaryFile file("q1\ta\t1\r\nq1\tb\t2.5\n\nq 2\ta b\t0\nq1\ta\t1");
  absl::StatusOr<Qrels> qrels = ReadQrels(file.path());
  REQUIRE(qrels.ok());
  CHECK(*qrels == Qrels{{"q1", {{"a", 1}, {"b", 2.5}}}, {"q 2", {{"a b", 0}}}});
}

TEST_CASE("Judgements: errors say place, what and value", "[cli]") {
  struct Case {
    const char* line;
    const char* error;
  };
  const Case c = GENERATE(values<Case>({
      {"q1 a 1", R"(FILE:2: a judgement must be query, objectID and grade with tabs between them, "q1 a 1")"},
      {"q1\ta\t1\t", R"(FILE:2: a judgement must be query, objectID and grade with tabs between them, "q1\ta\t1\t")"},
      {"\ta\t1", R"(FILE:2: query or objectID is missing, "\ta\t1")"},
      {"q1\t\t1", R"(FILE:2: query or objectID is missing, "q1\t\t1")"},
      {"q1\ta\tgood", R"(FILE:2: grade must be a number that is not negative, "good")"},
      {"q1\ta\t", R"(FILE:2: grade must be a number that is not negative, "")"},
      {"q1\ta\t-1", R"(FILE:2: grade must be a number that is not negative, "-1")"},
      {"q1\ta\tnan", R"(FILE:2: grade must be a number that is not negative, "nan")"},
      {"q1\ta\t1 ", R"(FILE:2: grade must be a number that is not negative, "1 ")"},
      {"q0\ta\t2", R"(FILE:2: judged before with another grade, "q0\ta\t2")"},
  }));
  CAPTURE(c.line);
  const TemporaryFile file("q0\ta\t1\n" + std::string(c.line) + "\n");
  absl::StatusOr<Qrels> qrels = ReadQrels(file.path());
  REQUIRE_FALSE(qrels.ok());
  CHECK(qrels.status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(file.Anonymous(Message(qrels.status())) == c.error);
}

TEST_CASE("Lines: line breaks, NUL bytes, long lines", "[cli]") {
  const std::string long_line(1'000'000, 'x');
  const TemporaryFile file(std::string("a\r\n\nb\0c\n", 8) + long_line + "\nno line break");
  absl::StatusOr<LineReader> lines = LineReader::Open(file.path());
  REQUIRE(lines.ok());
  std::vector<std::string> read;
  std::string line;
  while (*lines->Next(&line)) read.push_back(line);
  CHECK(read == std::vector<std::string>{"a", "", std::string("b\0c", 3), long_line, "no line break"});
  CHECK(lines->line_number() == 5);
  CHECK_FALSE(*lines->Next(&line));
  CHECK(*ReadFile(file.path()) == std::string("a\r\n\nb\0c\n", 8) + long_line + "\nno line break");
}

TEST_CASE("Lines: a missing file and a folder", "[cli]") {
  const TemporaryFile file("");
  const std::string missing = file.path() + ".none";
  absl::StatusOr<LineReader> none = LineReader::Open(missing);
  REQUIRE_FALSE(none.ok());
  CHECK(none.status().code() == absl::StatusCode::kNotFound);
  CHECK(Message(none.status()) == "signpost: cannot read \"" + missing + "\": No such file or directory");
  CHECK(ReadFile(missing).status() == none.status());

  absl::StatusOr<LineReader> folder = LineReader::Open(file.folder());
  REQUIRE(folder.ok());
  std::string line;
  absl::StatusOr<bool> read = folder->Next(&line);
  REQUIRE_FALSE(read.ok());
  CHECK(Message(read.status()) == "signpost: cannot read \"" + file.folder() + "\": Is a directory");
  CHECK(ExitCodeFor(read.status()) == kExitBadInput);
  CHECK(ReadFile(file.folder()).status() == read.status());
}

TEST_CASE("Errors: place or program", "[cli]") {
  auto shown = [](std::string_view message, std::string_view path) {
    return Message(WithProgram(absl::InvalidArgumentError(std::string(message)), path));
  };
  CHECK(shown("help/a.md:3: bad", "help") == "help/a.md:3: bad");
  CHECK(shown("help/a.md:3: bad", "help/") == "help/a.md:3: bad");
  CHECK(shown("a.signpost: cut short", "a.signpost") == "a.signpost: cut short");
  CHECK(shown("cannot open \"c\"", "c") == "signpost: cannot open \"c\"");
  CHECK(shown("helpless", "help") == "signpost: helpless");
  CHECK(shown("help", "help") == "signpost: help");
  CHECK(shown("bad", "") == "signpost: bad");
  const absl::Status parsed = absl::InvalidArgumentError("12: bad, \"x\"");
  CHECK(Message(WithPath(parsed, "s.json")) == "s.json:12: bad, \"x\"");
  CHECK(Message(WithLinePlace(parsed, "q.jsonl:3")) == "q.jsonl:3: bad, \"x\"");
  CHECK(Message(WithLinePlace(absl::InvalidArgumentError("12 is bad"), "q.jsonl:3")) == "q.jsonl:3: 12 is bad");
  CHECK(Quoted("a\"\n") == R"("a\"\n")");
  // 81 bytes, cut before the two-byte letter that the 80th begins.
  CHECK(Quoted(std::string(79, 'x') + "\xC3\xA9") == "\"" + std::string(79, 'x') + "\"...");
}

TEST_CASE("Exit codes: by status", "[cli]") {
  CHECK(ExitCodeFor(absl::OkStatus()) == 0);
  CHECK(ExitCodeFor(absl::CancelledError("")) == 0);
  for (const absl::Status& bad_input :
       {absl::InvalidArgumentError(""), absl::NotFoundError(""), absl::DataLossError(""), absl::AlreadyExistsError(""),
        absl::FailedPreconditionError(""), absl::PermissionDeniedError("")}) {
    CHECK(ExitCodeFor(bad_input) == 3);
  }
  CHECK(ExitCodeFor(absl::InternalError("")) == 4);
  CHECK(ExitCodeFor(absl::UnavailableError("")) == 4);
}

}  // namespace
}  // namespace signpost::cli
