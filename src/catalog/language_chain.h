// SPDX-License-Identifier: Apache-2.0
// language_chain.h — the languages that a request may be answered in, nearest first.
#ifndef SIGNPOST_CATALOG_LANGUAGE_CHAIN_H_
#define SIGNPOST_CATALOG_LANGUAGE_CHAIN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

namespace signpost::catalog {

class LanguageChain {
 public:
  // The request's language or else the setting's, then the fallbacks that the request or else the settings declare for it. A
  // tag is followed by its shorter forms (pt-br, pt), unless these are declared further on. A tag that is asked for or declared
  // stands for its longer forms too (pt for pt-br); one that came by shortening does not, or else pt-pt would mean pt-br.
  LanguageChain(const SearchRequest& request, const Settings& settings);

  // No language was asked for: all are.
  bool empty() const { return tags_.empty(); }

  struct Place {
    std::uint32_t step = 0;  // 0: the language asked for, then the fallbacks
    bool same_tag = true;    // false: a form of it with more subtags
    bool Nearer(const Place& other) const {
      return step != other.step ? step < other.step : same_tag && !other.same_tag;
    }
  };
  // Where documents of a language stand, or nothing when they are not asked for. REQUIRES: `lang` is normalised.
  std::optional<Place> PlaceOf(std::string_view lang) const;

 private:
  struct Tag {
    std::string text;  // normalised
    bool with_longer;
  };

  void Append(std::string_view tag, bool with_longer);

  std::vector<Tag> tags_;  // unique
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_LANGUAGE_CHAIN_H_
