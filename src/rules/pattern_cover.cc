// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_cover.h"

#include <algorithm>
#include <cstddef>

#include "rules/rule_gate.h"

namespace signpost::rules {
namespace {

using Kind = CaptureClass::Kind;

bool ClassCovers(const CaptureClass& wide, const CaptureClass& narrow) {
  if (wide.kind == Kind::kAny) return !narrow.spaced();
  if (wide.kind != Kind::kValidators || narrow.kind != Kind::kValidators) return false;
  if (narrow.spaced() && !wide.spaced()) return false;
  return std::all_of(narrow.validators.begin(), narrow.validators.end(), [&](const ValidatorUse& use) {
    return std::any_of(wide.validators.begin(), wide.validators.end(), [&](const ValidatorUse& other) {
      return other.validator == use.validator && (other.weak_too || !use.weak_too);
    });
  });
}

bool AlternativesCover(const PatternAlternatives& wide, const PatternAlternatives& narrow) {
  return (wide.typos || !narrow.typos) && (wide.forms || !narrow.forms) && (wide.synonyms || !narrow.synonyms);
}

// The elements of one pattern laid over those of another, which begin at `offset`.
class Overlay {
 public:
  Overlay(const PatternShape& wide, const PatternShape& narrow, const CaptureClasses& classes, std::size_t offset)
      : wide_(wide), narrow_(narrow), classes_(classes), offset_(offset) {}

  bool Fits() const {
    const std::size_t size = wide_.elements.size();
    // Where a word stands beside a capture, it may begin or end within a word: 25mm.
    if (offset_ > 0 && wide_.elements.front().is_capture() && !narrow_.elements[offset_ - 1].is_capture()) return false;
    const std::size_t behind = offset_ + size;
    const bool more = behind < narrow_.elements.size();
    if (more && wide_.elements.back().is_capture() && !narrow_.elements[behind].is_capture()) return false;
    for (std::size_t i = 0; i < size; ++i) {
      if (!ElementFits(i)) return false;
    }
    return true;
  }

 private:
  bool ElementFits(std::size_t i) const {
    const PatternElement& wide = wide_.elements[i];
    const PatternElement& narrow = narrow_.elements[offset_ + i];
    if (wide == narrow) return true;
    if (!wide.is_capture()) return false;
    if (narrow.is_capture()) return ClassCovers(classes_.at(wide.capture), classes_.at(narrow.capture));
    return IsLastWord(i);
  }

  // True where a capture of any word stands for the last word of a whole query, so that it takes that word and no other. A word that is
  // met as a synonym may be several.
  bool IsLastWord(std::size_t i) const {
    const bool behind_word =
        i == 0 || (!wide_.elements[i - 1].is_capture() && !narrow_.elements[offset_ + i - 1].is_capture());
    return classes_.at(wide_.elements[i].capture).kind == Kind::kAny && narrow_.anchoring == Anchoring::kIs &&
           behind_word && offset_ + i + 1 == narrow_.elements.size() && !narrow_.alternatives.synonyms;
  }

  const PatternShape& wide_;
  const PatternShape& narrow_;
  const CaptureClasses& classes_;
  const std::size_t offset_;
};

}  // namespace

bool Covers(const PatternShape& wide, const PatternShape& narrow, const CaptureClasses& classes) {
  if (wide.anchoring == Anchoring::kAny) return true;
  if (narrow.anchoring == Anchoring::kAny || !AlternativesCover(wide.alternatives, narrow.alternatives)) return false;
  const std::size_t size = wide.elements.size();
  if (size == 0 || narrow.elements.empty()) return size == narrow.elements.size();
  if (size > narrow.elements.size() || (wide.bare() && !narrow.bare())) return false;
  const std::size_t last = narrow.elements.size() - size;
  auto fits = [&](std::size_t offset) { return Overlay(wide, narrow, classes, offset).Fits(); };
  const bool starts = narrow.anchoring == Anchoring::kIs || narrow.anchoring == Anchoring::kStartsWith;
  const bool ends = narrow.anchoring == Anchoring::kIs || narrow.anchoring == Anchoring::kEndsWith;
  switch (wide.anchoring) {
    case Anchoring::kIs:
      return starts && ends && last == 0 && fits(0);
    case Anchoring::kStartsWith:
      return starts && fits(0);
    case Anchoring::kEndsWith:
      return ends && fits(last);
    default:
      break;
  }
  for (std::size_t offset = 0; offset <= last; ++offset) {
    if (fits(offset)) return true;
  }
  return false;
}

bool GateCovers(const Rule& wide_rule, const RuleCondition& wide, const Rule& narrow_rule,
                const RuleCondition& narrow) {
  const auto& audiences = wide_rule.audiences;
  const bool all_meant =
      audiences.empty() ||
      (!narrow_rule.audiences.empty() &&
       std::all_of(narrow_rule.audiences.begin(), narrow_rule.audiences.end(), [&](const auto& name) {
         return std::find(audiences.begin(), audiences.end(), name) != audiences.end();
       }));
  auto is_within = [&](const ValidityWindow& window) {
    return std::any_of(wide_rule.validity.begin(), wide_rule.validity.end(), [&](const ValidityWindow& other) {
      return other.from <= window.from && window.until <= other.until;
    });
  };
  const bool always =
      wide_rule.validity.empty() || (!narrow_rule.validity.empty() &&
                                     std::all_of(narrow_rule.validity.begin(), narrow_rule.validity.end(), is_within));
  if (!all_meant || !always || (!wide.context.empty() && wide.context != narrow.context)) return false;
  return IsOpen({.filter = wide.filter}, {.filter = &narrow.filter});
}

}  // namespace signpost::rules
