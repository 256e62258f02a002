// SPDX-License-Identifier: Apache-2.0
#include "cli/eval_queries.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "cli/errors.h"
#include "cli/qrels_file.h"
#include "cli/query_file.h"

namespace signpost::cli {
namespace {

// A query of which nothing is said to be good cannot be answered well or badly.
bool SaysWhatIsGood(const Grades& grades) {
  return std::any_of(grades.begin(), grades.end(), [](const auto& judgement) { return judgement.second > 0; });
}

}  // namespace

absl::StatusOr<JudgedQueries> ReadJudgedQueries(const std::string& queries_path, const std::string& qrels_path) {
  absl::StatusOr<Qrels> qrels = ReadQrels(qrels_path);
  if (!qrels.ok()) return qrels.status();
  absl::StatusOr<QueryFile> file = QueryFile::Open(queries_path);
  if (!file.ok()) return file.status();
  JudgedQueries judged;
  std::unordered_set<std::string> asked;
  QueryLine query;
  while (true) {
    absl::StatusOr<bool> more = file->Next(&query);
    if (!more.ok()) return more.status();
    if (!*more) break;
    std::string id = query.IdText();
    if (!asked.insert(id).second) return ErrorAt(query.place, "id came before, " + Quoted(id));
    auto grades = qrels->find(id);
    if (grades == qrels->end() || !SaysWhatIsGood(grades->second)) {
      ++judged.asked_not_judged;
    } else {
      judged.queries.push_back({.id = std::move(id),
                                .text = std::move(query.text),
                                .lang = std::move(query.lang),
                                .place = std::move(query.place),
                                .grades = grades->second});
    }
  }
  for (const auto& [id, grades] : *qrels) judged.judged_not_asked += asked.contains(id) ? 0 : 1;
  return judged;
}

std::size_t DamageQueries(Damage damage, std::uint64_t seed, JudgedQueries* judged) {
  std::size_t unchanged = 0;
  for (JudgedQuery& query : judged->queries) {
    std::optional<std::string> damaged = DamageQuery(query.text, damage, seed);
    if (damaged) {
      query.text = *std::move(damaged);
    } else {
      ++unchanged;
    }
  }
  return unchanged;
}

}  // namespace signpost::cli
