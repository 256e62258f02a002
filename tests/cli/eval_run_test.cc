// SPDX-License-Identifier: Apache-2.0
// 1. A run that is printed and read again gives the same rankings; queries without hits have no line and no hits.
// 2. Hits are read by falling score, those of equal score as they stand; ranks and other queries do not matter.
// 3. A bad line is an error `PATH:LINE: what, value`.
// 4. An id with white space cannot be printed.
// 5. ReadJudgedQueries and DamageQueries count what they leave out; only texts change.
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/errors.h"
#include "cli/eval_queries.h"
#include "cli/eval_run.h"
#include "support/temporary_folder.h"

namespace signpost::cli {
namespace {

std::string Write(const TemporaryFolder& folder, const std::string& name, std::string_view content) {
  std::string path = folder / name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

JudgedQueries Judged(const std::vector<std::string>& ids) {
  JudgedQueries judged;
  for (const std::string& id : ids) judged.queries.push_back({.id = id, .grades = {{"d1", 1}}});
  return judged;
}

TEST_CASE("Run: printed and read again", "[cli]") {
  const TemporaryFolder folder;
  const JudgedQueries judged = Judged({"q1", "q2", "q3"});
  const Run run{.rankings = {{"d2", "d1", "ü/x"}, {}, {"d1"}}};
  absl::StatusOr<std::string> text = PrintRun(run, judged);
  REQUIRE(text.ok());
  CHECK(*text == "q1 Q0 d2 1 3 signpost\nq1 Q0 d1 2 2 signpost\nq1 Q0 ü/x 3 1 signpost\nq3 Q0 d1 1 1 signpost\n");
  absl::StatusOr<Run> read = ReadRun(Write(folder, "a.run", *text), judged);
  REQUIRE(read.ok());
  CHECK(read->rankings == run.rankings);
  const std::vector<RankingScore> scores = ScoreRun(*read, judged);
  REQUIRE(scores.size() == 3);
  CHECK(scores[0].reciprocal_rank == .5);
  CHECK(scores[1].reciprocal_rank == 0);
  CHECK(scores[2].reciprocal_rank == 1);
}

TEST_CASE("Run: scores decide, not ranks", "[cli]") {
  const TemporaryFolder folder;
  const std::string path = Write(folder, "a.run",
                                 "q1\tQ0\tb\t1\t-2.5\tx\r\n\n  q1  Q0 a 7 1e1 other\n"
                                 "q9 Q0 z 1 1 x\nq1 0 d 1 -2.5 x\nq1 0 c 0 3 x");
  absl::StatusOr<Run> run = ReadRun(path, Judged({"q1", "q2"}));
  REQUIRE(run.ok());
  CHECK(run->rankings == std::vector<std::vector<std::string>>{{"a", "c", "b", "d"}, {}});
}

TEST_CASE("Run: errors", "[cli]") {
  const TemporaryFolder folder;
  for (auto [line, error] : {std::pair{"q1 Q0 d 1 2", "a hit must be query, Q0, objectID, rank, score and tag, "},
                             {"q1 Q0 d 1 2 x y", "a hit must be query, Q0, objectID, rank, score and tag, "},
                             {"q1 Q0 d 1 high x", "score must be a number, \"high\""},
                             {"q1 Q0 d 1 nan x", "score must be a number, \"nan\""},
                             {"q1 Q0 d 1 2x x", "score must be a number, \"2x\""}}) {
    CAPTURE(line);
    const std::string path = Write(folder, "a.run", "q1 Q0 c 1 1 x\n" + std::string(line) + "\n");
    absl::StatusOr<Run> run = ReadRun(path, Judged({"q1"}));
    REQUIRE_FALSE(run.ok());
    CHECK(run.status().code() == absl::StatusCode::kInvalidArgument);
    CHECK(Message(run.status()).starts_with(path + ":2: " + error));
  }
  CHECK(ReadRun(folder / "none", Judged({})).status().code() == absl::StatusCode::kNotFound);

  for (const auto& [id, document] : {std::pair{"q 1", "d"}, {"q1", "d\t1"}, {"q1", ""}}) {
    const absl::Status printed = PrintRun({.rankings = {{document}}}, Judged({id})).status();
    CHECK(printed.code() == absl::StatusCode::kInvalidArgument);
    CHECK(Message(printed).starts_with("signpost: a run has no room for white space: "));
  }
}

TEST_CASE("Judged queries: read, counted, damaged", "[cli]") {
  const TemporaryFolder folder;
  const std::string queries = Write(folder, "q.jsonl",
                                    "{\"id\": \"a\", \"text\": \"return jackets\", \"lang\": \"en\"}\n"
                                    "{\"id\": \"zero\", \"text\": \"order\"}\n{\"id\": 7, \"text\": \"e404\"}\n"
                                    "{\"id\": \"none\", \"text\": \"order\"}\n");
  const std::string qrels = Write(folder, "r.tsv", "7\tx\t1\na\tx\t2\na\ty\t1\nzero\tx\t0\nunasked\tx\t1\n");
  absl::StatusOr<JudgedQueries> judged = ReadJudgedQueries(queries, qrels);
  REQUIRE(judged.ok());
  REQUIRE(judged->queries.size() == 2);
  CHECK(judged->queries[0].id == "a");
  CHECK(judged->queries[0].grades == Grades{{"x", 2}, {"y", 1}});
  CHECK(judged->queries[1].id == "7");
  CHECK(judged->asked_not_judged == 2);
  CHECK(judged->judged_not_asked == 1);

  CHECK(DamageQueries(Damage::kPrefix, 1, &*judged) == 1);
  CHECK(judged->queries[0].text == "return jack");
  CHECK(judged->queries[0].lang == "en");
  CHECK(judged->queries[1].text == "e404");

  absl::StatusOr<JudgedQueries> twice = ReadJudgedQueries(
      Write(folder, "twice", "{\"id\": \"a\", \"text\": \"\"}\n{\"id\": \"a\", \"text\": \"\"}\n"), qrels);
  CHECK(Message(twice.status()) == (folder / "twice") + ":2: id came before, \"a\"");
}

}  // namespace
}  // namespace signpost::cli
