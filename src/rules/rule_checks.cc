// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_checks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "rules/templates.h"

namespace signpost::rules {
namespace {

absl::Status CheckCount(std::string_view field, std::size_t count, std::size_t most) {
  if (count <= most) return absl::OkStatus();
  return InvalidArgument(field, " has ", count, " entries, at most ", most, " are allowed");
}

absl::Status CheckRange(std::string_view field, const std::optional<int>& value, int low, int high) {
  if (!value || (*value >= low && *value <= high)) return absl::OkStatus();
  return InvalidArgument(field, " is ", *value, ", expected ", low, " to ", high);
}

absl::Status CheckRedirect(const RuleConsequence& consequence) {
  if (consequence.redirect_url.empty()) return absl::OkStatus();
  absl::Status status = CheckRedirectUrl(consequence.redirect_url);
  return status.ok() ? status : Annotate(status, StrCat("redirect_url ", Quoted(consequence.redirect_url)));
}

absl::Status CheckPlaces(const RuleConsequence& consequence) {
  SIGNPOST_RETURN_IF_ERROR(CheckCount("promote", consequence.promote.size(), limits::kMaxRuleObjects));
  SIGNPOST_RETURN_IF_ERROR(CheckCount("hide", consequence.hide.size(), limits::kMaxRuleObjects));
  for (std::size_t i = 0; i < consequence.promote.size(); ++i) {
    const Promotion& promotion = consequence.promote[i];
    if (promotion.object_id.empty()) return InvalidArgument("promote[", i, "].object_id is empty");
    if (promotion.position < 0) {
      return InvalidArgument("promote[", i, "].position ", promotion.position, " is negative");
    }
  }
  for (std::size_t i = 0; i < consequence.hide.size(); ++i) {
    if (consequence.hide[i].empty()) return InvalidArgument("hide[", i, "] is empty");
  }
  return absl::OkStatus();
}

absl::Status CheckParameters(const RuleParameters& parameters) {
  SIGNPOST_RETURN_IF_ERROR(
      CheckCount("parameters.sort", parameters.sort ? parameters.sort->size() : 0, limits::kMaxSortKeys));
  SIGNPOST_RETURN_IF_ERROR(CheckRange("parameters.distinct", parameters.distinct, 0, limits::kMaxDistinct));
  SIGNPOST_RETURN_IF_ERROR(CheckRange("parameters.page", parameters.page, 0, limits::kMaxHitsReachable));
  SIGNPOST_RETURN_IF_ERROR(
      CheckRange("parameters.hits_per_page", parameters.hits_per_page, 0, limits::kMaxHitsPerPage));
  return CheckRange("parameters.max_values_per_facet", parameters.max_values_per_facet, 1, limits::kMaxFacetValues);
}

absl::Status CheckScore(std::string_view field, double score) {
  constexpr double kMaxScore = 1000;
  if (score != 0 && std::abs(score) <= kMaxScore) return absl::OkStatus();
  return InvalidArgument(field, " is ", score, ", expected -1000 to 1000 and not 0");
}

absl::Status CheckConsequence(const RuleConsequence& consequence) {
  SIGNPOST_RETURN_IF_ERROR(CheckRedirect(consequence));
  absl::Status status = CheckUserData(consequence.user_data);
  if (!status.ok()) return InvalidArgument("user_data ", Message(status));
  SIGNPOST_RETURN_IF_ERROR(CheckPlaces(consequence));
  SIGNPOST_RETURN_IF_ERROR(CheckCount("optional", consequence.optional.size(), limits::kMaxOptionalFilters));
  for (std::size_t i = 0; i < consequence.optional.size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(CheckScore(StrCat("optional[", i, "].score"), consequence.optional[i].score));
  }
  SIGNPOST_RETURN_IF_ERROR(CheckCount("edits", consequence.edits.size(), limits::kMaxRuleObjects));
  if (consequence.query && consequence.query->size() > limits::kMaxQueryBytes) {
    return InvalidArgument("query has ", consequence.query->size(), " bytes, the limit is ", limits::kMaxQueryBytes);
  }
  for (std::size_t i = 0; i < consequence.edits.size(); ++i) {
    if (consequence.edits[i].words.empty()) return InvalidArgument("edits[", i, "].words is empty");
  }
  return CheckParameters(consequence.parameters);
}

// Every condition must give what a field of the consequence uses.
absl::Status CheckCaptured(const Rule& rule, const std::vector<Pattern>& patterns, std::string_view field,
                           const std::vector<std::string_view>& used) {
  for (std::string_view name : used) {
    if (patterns.empty()) return InvalidArgument(field, " uses {", name, "}, but there is no condition to capture it");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (patterns[i].Captures(name)) continue;
      return InvalidArgument(field, " uses {", name, "}, which conditions[", i, "].pattern ",
                             Quoted(rule.conditions[i].pattern), " does not capture");
    }
  }
  return absl::OkStatus();
}

// What is shown to people, or searched, is a text.
absl::Status CheckUtf8(std::string_view field, std::string_view text) {
  const std::size_t bad = FindInvalidUtf8(text);
  return bad == kValidUtf8 ? absl::OkStatus() : InvalidArgument(field, " is not UTF-8 at byte ", bad);
}

absl::Status CheckTemplates(const Rule& rule, const std::vector<Pattern>& patterns) {
  const RuleConsequence& consequence = rule.consequence;
  SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, "redirect_url", CapturesInText(consequence.redirect_url)));
  SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, "user_data", CapturesInData(consequence.user_data)));
  if (consequence.query) {
    SIGNPOST_RETURN_IF_ERROR(CheckUtf8("query", *consequence.query));
    SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, "query", CapturesInText(*consequence.query)));
  }
  for (std::size_t i = 0; i < consequence.edits.size(); ++i) {
    const WordEdit& edit = consequence.edits[i];
    for (const auto& [name, text] : {std::pair("words", &edit.words), std::pair("replacement", &edit.replacement)}) {
      const std::string field = StrCat("edits[", i, "].", name);
      SIGNPOST_RETURN_IF_ERROR(CheckUtf8(field, *text));
      SIGNPOST_RETURN_IF_ERROR(CheckCaptured(rule, patterns, field, CapturesInText(*text)));
    }
  }
  for (std::size_t i = 0; i < consequence.automatic_filters.size(); ++i) {
    const AutomaticFilter& automatic = consequence.automatic_filters[i];
    SIGNPOST_RETURN_IF_ERROR(CheckScore(StrCat("automatic_filters[", i, "].score"), automatic.score));
    const bool captured = std::any_of(patterns.begin(), patterns.end(),
                                      [&](const Pattern& pattern) { return pattern.Captures(automatic.attribute); });
    if (!captured) {
      return InvalidArgument("automatic_filters[", i, "].attribute ", Quoted(automatic.attribute),
                             ": no pattern captures {facet:", automatic.attribute, "}");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckWindows(const std::vector<ValidityWindow>& windows) {
  SIGNPOST_RETURN_IF_ERROR(CheckCount("validity", windows.size(), limits::kMaxRuleObjects));
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (windows[i].from < windows[i].until) continue;
    return InvalidArgument("validity[", i, "]: from ", windows[i].from, " is not before until ", windows[i].until);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckRule(const Rule& rule, const std::vector<Pattern>& patterns) {
  SIGNPOST_RETURN_IF_ERROR(CheckWindows(rule.validity));
  SIGNPOST_RETURN_IF_ERROR(CheckConsequence(rule.consequence));
  return CheckTemplates(rule, patterns);
}

}  // namespace signpost::rules
