// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_collision.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/strings.h"

namespace signpost::rules {
namespace {

std::string PlacesCollision(const RuleConsequence& a, const RuleConsequence& b) {
  for (const Promotion& promotion : a.promote) {
    if (std::find(b.hide.begin(), b.hide.end(), promotion.object_id) != b.hide.end()) {
      return StrCat("one promotes ", Quoted(promotion.object_id), " and the other hides it");
    }
    for (const Promotion& other : b.promote) {
      if (other.object_id == promotion.object_id && other.position != promotion.position) {
        return StrCat("they promote ", Quoted(promotion.object_id), " to places ", promotion.position, " and ",
                      other.position);
      }
      if (other.object_id != promotion.object_id && other.position == promotion.position) {
        return StrCat("they promote ", Quoted(promotion.object_id), " and ", Quoted(other.object_id), " to place ",
                      promotion.position);
      }
    }
  }
  return {};
}

std::string ParametersCollision(const RuleParameters& a, const RuleParameters& b) {
  std::string out;
  auto compare = [&](std::string_view name, const auto& x, const auto& y) {
    if (out.empty() && x && y && *x != *y) out = StrCat("they set parameters.", name, " to different values");
  };
  compare("typo_tolerance", a.typo_tolerance, b.typo_tolerance);
  compare("remove_words", a.remove_words, b.remove_words);
  compare("optional_words", a.optional_words, b.optional_words);
  compare("advanced_syntax", a.advanced_syntax, b.advanced_syntax);
  compare("sort", a.sort, b.sort);
  compare("distinct", a.distinct, b.distinct);
  compare("page", a.page, b.page);
  compare("hits_per_page", a.hits_per_page, b.hits_per_page);
  compare("attributes_to_retrieve", a.attributes_to_retrieve, b.attributes_to_retrieve);
  compare("attributes_to_highlight", a.attributes_to_highlight, b.attributes_to_highlight);
  compare("facets", a.facets, b.facets);
  compare("max_values_per_facet", a.max_values_per_facet, b.max_values_per_facet);
  compare("sort_facet_values_by", a.sort_facet_values_by, b.sort_facet_values_by);
  return out;
}

}  // namespace

std::string CollisionOf(const Rule& rule, const Rule& other) {
  const RuleConsequence& a = rule.consequence;
  const RuleConsequence& b = other.consequence;
  if (!a.redirect_url.empty() || !b.redirect_url.empty()) {
    if (a.redirect_url.empty() || b.redirect_url.empty()) return "one redirects, so the other does nothing";
    return a.redirect_url == b.redirect_url
               ? ""
               : StrCat("they redirect to ", Quoted(a.redirect_url), " and ", Quoted(b.redirect_url));
  }
  std::string places = PlacesCollision(a, b);
  if (places.empty()) places = PlacesCollision(b, a);
  if (!places.empty()) return places;
  if (a.query && b.query && *a.query != *b.query)
    return StrCat("they search ", Quoted(*a.query), " and ", Quoted(*b.query));
  return ParametersCollision(a.parameters, b.parameters);
}

}  // namespace signpost::rules
