// SPDX-License-Identifier: Apache-2.0
#include "catalog/language_chain.h"

#include <algorithm>

#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

using Tags = std::vector<std::string>;

// The tag without its last subtag; empty when it has one alone.
std::string_view Shorter(std::string_view tag) {
  const std::size_t hyphen = tag.rfind('-');
  return hyphen == tag.npos ? std::string_view() : tag.substr(0, hyphen);
}

Tags Normalized(const Tags& tags) {
  Tags out;
  for (const std::string& tag : tags) out.push_back(text::NormalizeLanguageTag(tag));
  return out;
}

// What the settings declare for a language, for a shorter form of it, or for all.
Tags Declared(std::string_view lang, const Settings& settings) {
  auto declared_for = [&](std::string_view tag) {
    return std::find_if(settings.language_fallbacks.begin(), settings.language_fallbacks.end(),
                        [&](const LanguageFallbacks& f) { return text::NormalizeLanguageTag(f.language) == tag; });
  };
  auto found = declared_for(lang);
  for (; found == settings.language_fallbacks.end() && !lang.empty(); lang = Shorter(lang)) found = declared_for(lang);
  if (found == settings.language_fallbacks.end()) found = declared_for("*");
  return found == settings.language_fallbacks.end() ? Tags() : Normalized(found->fallbacks);
}

}  // namespace

LanguageChain::LanguageChain(const SearchRequest& request, const Settings& settings) {
  const std::string asked = text::NormalizeLanguageTag(request.lang.empty() ? settings.language : request.lang);
  if (asked.empty()) return;
  const Tags fallbacks = request.language_fallbacks ? Normalized(*request.language_fallbacks) : Declared(asked, settings);
  Tags declared = {asked};
  declared.insert(declared.end(), fallbacks.begin(), fallbacks.end());
  for (const std::string& tag : declared) {
    Append(tag, true);
    for (std::string_view shorter = Shorter(tag); !shorter.empty(); shorter = Shorter(shorter)) {
      if (std::find(declared.begin(), declared.end(), shorter) == declared.end()) Append(shorter, false);
    }
  }
}

void LanguageChain::Append(std::string_view tag, bool with_longer) {
  if (std::none_of(tags_.begin(), tags_.end(), [&](const Tag& t) { return t.text == tag; })) {
    tags_.push_back({std::string(tag), with_longer});
  }
}

std::optional<LanguageChain::Place> LanguageChain::PlaceOf(std::string_view lang) const {
  if (empty()) return Place{};
  std::optional<Place> longer_form;
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    const auto& [tag, with_longer] = tags_[i];
    if (lang == tag) return Place{.step = i, .same_tag = true};
    if (with_longer && !longer_form && lang.size() > tag.size() && text::LanguageMatches(tag, lang)) {
      longer_form = Place{.step = i, .same_tag = false};
    }
  }
  return longer_form;
}

}  // namespace signpost::catalog
