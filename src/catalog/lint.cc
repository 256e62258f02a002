// SPDX-License-Identifier: Apache-2.0
#include "catalog/lint.h"

#include <algorithm>
#include <ctime>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/apply_rules.h"
#include "filter/evaluate.h"
#include "index/corpora.h"
#include "rules/rule_lint.h"

namespace signpost::catalog {
namespace {

using segment::LiveSegment;

// Every segment, whatever its audience: each language a corpus.
index::Corpora AllCorpora(const index::View& view) {
  std::map<std::string, std::vector<LiveSegment>> by_language;
  for (const LiveSegment& live : view.segments) {
    if (live.live_count() > 0) by_language[live.segment().meta().lang].push_back(live);
  }
  index::Corpora out;
  for (auto& [lang, segments] : by_language) out.list.emplace_back(std::move(segments));
  return out;
}

class Contents : public rules::IndexContents {
 public:
  explicit Contents(const index::View& view) : view_(view), corpora_(AllCorpora(view)), words_(view, corpora_) {}

  const rules::IndexWords& words() const override { return words_; }
  bool HasDocument(std::string_view object_id) const override {
    return AnySegment([&](const LiveSegment& live) {
      const auto found = live.segment().Find(object_id);
      return std::any_of(found.begin(), found.end(), [&](DocId doc) { return live.IsLive(doc); });
    });
  }
  bool HasValues(const std::string& attribute) const override {
    return AnySegment([&](const LiveSegment& live) {
      const segment::Column* column = live.segment().columns().Find(attribute);
      return column != nullptr && (column->text_count() > 0 || column->changes() != nullptr);
    });
  }
  bool Admits(const Filter& filter) const override {
    return AnySegment([&](const LiveSegment& live) { return !filter::Evaluate(filter, live).empty(); });
  }

 private:
  template <typename Predicate>
  bool AnySegment(Predicate holds) const {
    return std::any_of(view_.segments.begin(), view_.segments.end(), holds);
  }

  const index::View& view_;
  const index::Corpora corpora_;
  const VisibleWords words_;
};

}  // namespace

std::vector<LintFinding> Lint(const index::View& view, LintOptions options) {
  if (options.now == 0) options.now = std::time(nullptr);
  const Contents contents(view);
  return rules::LintRules(
      {.rules = view.rules.get(), .moved = view.moved.get(), .contents = &contents, .options = &options});
}

}  // namespace signpost::catalog
