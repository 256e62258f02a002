// SPDX-License-Identifier: Apache-2.0
#include "catalog/visible.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"
#include "catalog/language_chain.h"

namespace signpost::catalog {
namespace {

using segment::LiveSegment;

bool MaySee(const Audience& caller, const std::vector<std::string>& audiences) {
  const std::vector<std::string>& names = caller.names();
  return audiences.empty() || std::any_of(audiences.begin(), audiences.end(), [&](const std::string& audience) {
           return std::find(names.begin(), names.end(), audience) != names.end();
         });
}

// The segments of one language.
struct OpenLanguage {
  std::string_view tag;
  LanguageChain::Place place;
  std::vector<std::size_t> segments;  // numbers in the view
};

std::vector<OpenLanguage> OpenLanguages(const index::View& view, const Audience& audience, const LanguageChain& chain) {
  std::vector<OpenLanguage> out;
  for (std::size_t s = 0; s < view.segments.size(); ++s) {
    const segment::Meta& meta = view.segments[s].segment().meta();
    if (!MaySee(audience, meta.audiences)) continue;
    const auto place = chain.PlaceOf(meta.lang);
    if (!place) continue;
    auto language = std::find_if(out.begin(), out.end(), [&](const OpenLanguage& l) { return l.tag == meta.lang; });
    if (language == out.end()) language = out.insert(out.end(), {meta.lang, *place, {}});
    language->segments.push_back(s);
  }
  std::sort(out.begin(), out.end(), [](const OpenLanguage& a, const OpenLanguage& b) {
    if (a.place.Nearer(b.place) || b.place.Nearer(a.place)) return a.place.Nearer(b.place);
    return a.tag < b.tag;
  });
  return out;
}

// Numbers documents by object_id, and keeps the nearest place of each.
class Articles {
 public:
  // By DocId. Removed documents have a number of no meaning.
  std::vector<std::uint32_t> Add(const LiveSegment& live, const LanguageChain::Place& place) {
    std::vector<std::uint32_t> out(live.segment().doc_count());
    for (std::uint32_t d = 0; d < out.size(); ++d) {
      if (!live.IsLive(DocId{d})) continue;
      const auto count = static_cast<std::uint32_t>(nearest_.size());
      const auto [found, added] = numbers_.emplace(live.segment().ObjectId(DocId{d}), count);
      out[d] = found->second;
      if (added) nearest_.push_back(place);
      if (place.Nearer(nearest_[out[d]])) nearest_[out[d]] = place;
    }
    return out;
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(nearest_.size()); }
  const LanguageChain::Place& Nearest(std::uint32_t article) const { return nearest_[article]; }

 private:
  absl::flat_hash_map<std::string_view, std::uint32_t, StringHash, std::equal_to<>> numbers_;
  std::vector<LanguageChain::Place> nearest_;
};

// Removes the documents that have a translation in a nearer language.
LiveSegment WithoutFurther(const LiveSegment& live, const std::vector<std::uint32_t>& numbers,
                           const LanguageChain::Place& place, const Articles& articles) {
  std::vector<DocId> further;
  for (std::uint32_t d = 0; d < numbers.size(); ++d) {
    if (live.IsLive(DocId{d}) && articles.Nearest(numbers[d]).Nearer(place)) further.push_back(DocId{d});
  }
  return further.empty() ? live : live.Without(further);
}

index::Corpora MakeCorpora(const index::View& view, const std::vector<OpenLanguage>& languages) {
  index::Corpora out;
  Articles articles;
  std::vector<std::vector<std::uint32_t>> numbers(view.segments.size());
  if (languages.size() > 1) {
    for (const OpenLanguage& language : languages) {
      for (std::size_t s : language.segments) numbers[s] = articles.Add(view.segments[s], language.place);
    }
  }
  std::vector<bool> seen(articles.count());
  bool several = false;  // documents of one article
  for (const OpenLanguage& language : languages) {
    std::vector<LiveSegment> segments;
    std::vector<std::vector<std::uint32_t>> of_segments;
    for (std::size_t s : language.segments) {
      LiveSegment live = WithoutFurther(view.segments[s], numbers[s], language.place, articles);
      if (live.live_count() == 0) continue;
      for (std::uint32_t d = 0; d < numbers[s].size(); ++d) {
        if (!live.IsLive(DocId{d})) continue;
        several = several || seen[numbers[s][d]];
        seen[numbers[s][d]] = true;
      }
      segments.push_back(std::move(live));
      of_segments.push_back(std::move(numbers[s]));
    }
    if (segments.empty()) continue;
    out.list.emplace_back(std::move(segments));
    out.steps.push_back(language.place.step);
    out.articles.push_back(std::move(of_segments));
  }
  if (several) {
    out.article_count = articles.count();
  } else {
    out.articles.clear();
  }
  return out;
}

}  // namespace

std::shared_ptr<const index::Corpora> OpenCorpora(const index::View& view, const Audience& audience,
                                                  const SearchRequest& request) {
  const std::vector<OpenLanguage> languages = OpenLanguages(view, audience, LanguageChain(request, *view.settings));
  if (languages.size() <= 1) return std::make_shared<index::Corpora>(MakeCorpora(view, languages));
  std::string key;
  for (const OpenLanguage& language : languages) {
    key += StrCat(language.place.step, language.place.same_tag ? "=" : "~");
    for (std::size_t s : language.segments) key += StrCat(s, ",");
  }
  return view.corpora.Get(key, [&] { return MakeCorpora(view, languages); });
}

}  // namespace signpost::catalog
