// SPDX-License-Identifier: Apache-2.0
#include "text/language_pack.h"

#include <algorithm>

#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr const LanguagePack* kPacks[] = {
#define SIGNPOST_PACK(constant, file) &constant,
#include "text/languages/table.inc"
#undef SIGNPOST_PACK
};

// True when `tag` is one of the words of `list`, which stand with one blank between.
bool Lists(std::string_view list, std::string_view tag) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    if (word == tag) return true;
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  return false;
}

char NormalizedTagChar(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::span<const LanguagePack* const> AllLanguagePacks() { return kPacks; }

const LanguagePack& FindLanguagePack(std::string_view tag) {
  const std::string primary = NormalizeLanguageTag(tag.substr(0, tag.find_first_of("-_")));
  for (const LanguagePack* pack : kPacks) {
    if (pack->tag == primary || Lists(pack->aliases, primary)) return *pack;
  }
  return kRootPack;
}

std::string NormalizeLanguageTag(std::string_view tag) {
  std::string out(tag);
  std::transform(out.begin(), out.end(), out.begin(), NormalizedTagChar);
  return out;
}

bool LanguageMatches(std::string_view requested_tag, std::string_view document_tag) {
  if (requested_tag == document_tag) return true;
  const bool requested_longer = requested_tag.size() > document_tag.size();
  const std::string_view longer = requested_longer ? requested_tag : document_tag;
  const std::string_view shorter = requested_longer ? document_tag : requested_tag;
  return !shorter.empty() && longer.starts_with(shorter) && longer[shorter.size()] == '-';
}

}  // namespace signpost::text
