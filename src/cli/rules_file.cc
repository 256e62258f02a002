// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_file.h"

#include <algorithm>
#include <utility>

#include "cli/errors.h"
#include "cli/json_file.h"
#include "cli/line_reader.h"

namespace signpost::cli {

absl::StatusOr<RulesFile> RulesFile::Read(const std::string& path) {
  RulesFile out;
  out.path_ = path;
  if (path.empty()) return out;
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) return text.status();
  out.text_ = *std::move(text);
  absl::StatusOr<RuleList> list = ParseRuleList(out.text_);
  if (!list.ok()) return WithPath(list.status(), path);
  out.list_ = *std::move(list);
  return out;
}

absl::StatusOr<std::vector<std::string>> RulesFile::Apply(Index* index) const {
  struct Wrong {
    std::size_t place;
    std::string message;
  };
  std::vector<Wrong> wrong;
  for (const RefusedRule& refused : list_.refused) {
    wrong.push_back({refused.place, Message(WithPath(absl::InvalidArgumentError(refused.reason), path_))});
  }
  absl::StatusOr<std::vector<RefusedRule>> refused_by_index = index->SetValidRules(list_.rules);
  if (!refused_by_index.ok()) return WithPlace(refused_by_index.status(), path_);
  for (const RefusedRule& refused : *refused_by_index) {
    const std::size_t place = list_.places[refused.place];
    const absl::StatusOr<std::size_t> line = LineOfElement(text_, place);
    wrong.push_back({place, PlaceOf(path_, line.ok() ? *line : 1) + ": " + refused.reason});
  }
  std::sort(wrong.begin(), wrong.end(), [](const Wrong& a, const Wrong& b) { return a.place < b.place; });
  std::vector<std::string> out;
  out.reserve(wrong.size());
  for (Wrong& one : wrong) out.push_back(std::move(one.message));
  return out;
}

absl::StatusOr<std::vector<MovedAddress>> ReadMovedFile(const std::string& path) {
  return ReadJsonFile(path, path.ends_with(".json") ? &ParseMoved : &ParseMovedTsv);
}

}  // namespace signpost::cli
