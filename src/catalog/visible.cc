// SPDX-License-Identifier: Apache-2.0
#include "catalog/visible.h"

#include <algorithm>
#include <map>
#include <string>

#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

bool MaySee(const Audience& caller, const std::vector<std::string>& audiences) {
  return audiences.empty() || std::any_of(audiences.begin(), audiences.end(), [&](const std::string& audience) {
           return std::find(caller.names().begin(), caller.names().end(), audience) != caller.names().end();
         });
}

}  // namespace

std::vector<segment::Corpus> OpenCorpora(const index::View& view, const Audience& audience,
                                         const SearchRequest& request) {
  const std::string lang = text::NormalizeLanguageTag(request.lang.empty() ? view.settings->language : request.lang);
  std::map<std::string, std::vector<segment::LiveSegment>> by_language;
  for (const segment::LiveSegment& live : view.segments) {
    const segment::Meta& meta = live.segment().meta();
    if (!MaySee(audience, meta.audiences)) continue;
    if (!lang.empty() && !text::LanguageMatches(lang, meta.lang)) continue;
    by_language[meta.lang].push_back(live);
  }
  std::vector<segment::Corpus> out;
  out.reserve(by_language.size());
  for (auto& [tag, segments] : by_language) out.emplace_back(std::move(segments));
  return out;
}

}  // namespace signpost::catalog
