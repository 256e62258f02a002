// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_matcher.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

namespace signpost::rules {
namespace {

bool StartsAtFirstUnit(Anchoring anchoring) {
  return anchoring == Anchoring::kIs || anchoring == Anchoring::kStartsWith;
}
bool EndsAtLastUnit(Anchoring anchoring) { return anchoring == Anchoring::kIs || anchoring == Anchoring::kEndsWith; }

// One pattern and one query, for any number of starts.
class Matcher {
 public:
  Matcher(const PatternShape& shape, const CaptureClasses& classes, RuleQuery* query)
      : elements_(shape.elements),
        classes_(classes),
        query_(query),
        bare_(shape.bare()),
        to_end_(EndsAtLastUnit(shape.anchoring)) {
    if (query->is_short()) allowed_ = shape.alternatives;
    if (shape.has_capture() || allowed_.any()) failed_.resize((elements_.size() + 1) * (query->size() + 1));
  }

  // True when the elements from `element` on match from `unit` on; captured_ then has what theirs take.
  bool MatchFrom(std::size_t element, std::size_t unit) {
    if (element == elements_.size()) return !to_end_ || unit == query_->size();
    if (unit == query_->size()) return false;
    // What failed once fails again, whatever was captured before: remembering it keeps patterns of many captures from
    // being tried in every combination.
    const std::size_t state = element * (query_->size() + 1) + unit;
    if (!failed_.empty() && failed_[state]) return false;
    if (elements_[element].is_capture() ? MatchCapture(element, unit) : MatchLiteral(element, unit)) return true;
    if (!failed_.empty()) failed_[state] = true;
    return false;
  }

  std::vector<CapturedUnits> TakeCaptured() { return std::move(captured_); }

 private:
  bool MatchLiteral(std::size_t element, std::size_t unit) {
    if (StandsFor(unit, elements_[element].term) && MatchFrom(element + 1, unit + 1)) return true;
    if (!allowed_.synonyms) return false;
    for (const AlternativeRun& run : query_->runs(unit)) {
      if (IsRun(element, run) && MatchFrom(element + run.terms.size(), run.end)) return true;
    }
    return false;
  }

  bool StandsFor(std::size_t unit, TermTrie::TermNumber term) const {
    if (query_->term(unit) == term) return true;
    if (!allowed_.typos && !allowed_.forms) return false;
    const std::vector<AlternativeTerm>& others = query_->alternatives(unit);
    return std::any_of(others.begin(), others.end(), [&](const AlternativeTerm& other) {
      return other.term == term && (other.typo ? allowed_.typos : allowed_.forms);
    });
  }

  // True when the terms of `run` are the literals from `element` on.
  bool IsRun(std::size_t element, const AlternativeRun& run) const {
    if (run.terms.size() > elements_.size() - element) return false;
    for (std::size_t i = 0; i < run.terms.size(); ++i) {
      if (elements_[element + i].is_capture() || elements_[element + i].term != run.terms[i]) return false;
    }
    return true;
  }

  bool MatchCapture(std::size_t element, std::size_t unit) {
    for (std::size_t end = LongestEnd(element, unit); end > unit; --end) {
      if (!MayTake(element, unit, end) || !query_->Accepts(elements_[element].capture, unit, end, bare_)) continue;
      captured_.push_back({static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(end)});
      if (MatchFrom(element + 1, end)) return true;
      captured_.pop_back();
    }
    return false;
  }

  std::size_t LongestEnd(std::size_t element, std::size_t unit) const {
    std::size_t end = std::min(unit + limits::kMaxCaptureTokens, query_->size());
    if (classes_.at(elements_[element].capture).spaced()) return end;
    for (std::size_t i = unit + 1; i < end; ++i) {
      if (query_->spaced(i)) end = i;
    }
    return end;
  }

  bool MayTake(std::size_t element, std::size_t unit, std::size_t end) const {
    const bool after_literal = element > 0 && !elements_[element - 1].is_capture();
    const bool before_literal = element + 1 < elements_.size() && !elements_[element + 1].is_capture();
    return (!query_->inside_word(unit) || after_literal) && (!query_->inside_word(end) || before_literal);
  }

  const std::vector<PatternElement>& elements_;
  const CaptureClasses& classes_;
  RuleQuery* const query_;
  const bool bare_;
  const bool to_end_;
  PatternAlternatives allowed_;
  std::vector<CapturedUnits> captured_;
  std::vector<bool> failed_;  // by element and unit; empty for words alone
};

}  // namespace

bool PatternShape::has_capture() const {
  return std::any_of(elements.begin(), elements.end(), [](const PatternElement& e) { return e.is_capture(); });
}

bool PatternShape::bare() const {
  return std::all_of(elements.begin(), elements.end(), [](const PatternElement& e) { return e.is_capture(); });
}

std::optional<std::vector<CapturedUnits>> Match(const PatternShape& shape, const CaptureClasses& classes,
                                                RuleQuery* query) {
  if (shape.anchoring == Anchoring::kAny) return std::vector<CapturedUnits>();
  if (shape.has_capture() && !query->is_short()) return {};
  Matcher matcher(shape, classes, query);
  const std::size_t last = StartsAtFirstUnit(shape.anchoring) ? 0 : query->size();
  for (std::size_t start = 0; start <= last; ++start) {
    if (matcher.MatchFrom(0, start)) return matcher.TakeCaptured();
  }
  return {};
}

}  // namespace signpost::rules
