// SPDX-License-Identifier: Apache-2.0
#include "catalog/intent_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "lexicon/edit_distance.h"
#include "rules/unit_terms.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

constexpr std::size_t kOneSlip = 5;  // code points of a listed word
constexpr std::size_t kTwoSlips = 8;

int SlipsIn(std::size_t letters) { return letters >= kTwoSlips ? 2 : letters >= kOneSlip ? 1 : 0; }

}  // namespace

PhraseList::PhraseList(const text::LanguagePack& pack, const std::vector<std::string>& phrases) : analyzer_(pack) {
  for (const std::string& text : phrases) {
    std::vector<Word> words = Read(text);
    if (!words.empty()) phrases_.push_back({text, std::move(words)});
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

PhraseList PhraseList::Questions(const text::LanguagePack& pack) {
  std::vector<std::string> phrases;
  std::string_view rest = pack.question_phrases;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    phrases.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {pack, phrases};
}

PhraseList::Word PhraseList::MakeWord(std::string_view term) const {
  Word word{.term = std::string(term), .stem = analyzer_.Stem(term), .letters = {}};
  ToCodePoints(term, &word.letters);
  return word;
}

std::vector<PhraseList::Word> PhraseList::Read(std::string_view text) const {
  text::TokenList tokens;
  analyzer_.Analyze(text, &tokens);
  std::vector<Word> out;
  for (const std::string_view term : rules::UnitTerms(tokens)) out.push_back(MakeWord(term));
  return out;
}

bool PhraseList::Matches(const Word& listed, const Word& typed, bool slips) {
  if (listed.term == typed.term || listed.stem == typed.stem) return true;
  const int most = slips ? SlipsIn(listed.letters.size()) : 0;
  if (most == 0) return false;
  const std::size_t longer = std::max(listed.letters.size(), typed.letters.size());
  const std::size_t shorter = std::min(listed.letters.size(), typed.letters.size());
  return longer - shorter <= static_cast<std::size_t>(most) &&
         lexicon::EditDistance(listed.letters, typed.letters) <= most;
}

bool PhraseList::MatchesAt(const Phrase& phrase, const std::vector<Word>& typed, const std::vector<bool>& slips,
                           std::size_t at) {
  if (at + phrase.words.size() > typed.size()) return false;
  for (std::size_t w = 0; w < phrase.words.size(); ++w) {
    if (!Matches(phrase.words[w], typed[at + w], slips[at + w])) return false;
  }
  return true;
}

std::string PhraseList::FindAtEnds(std::string_view query) const {
  const std::vector<Word> typed = Read(query);
  const std::vector<bool> slips(typed.size(), false);
  for (const Phrase& phrase : phrases_) {
    if (phrase.words.size() > typed.size()) continue;
    if (MatchesAt(phrase, typed, slips, 0)) return phrase.text;
    if (MatchesAt(phrase, typed, slips, typed.size() - phrase.words.size())) return phrase.text;
  }
  return {};
}

std::vector<std::string> PhraseList::Find(std::string_view query,
                                          const std::function<bool(std::string_view)>& is_known) const {
  text::TokenList tokens;
  analyzer_.Analyze(query, &tokens);
  const std::vector<std::string_view> terms = rules::UnitTerms(tokens);
  std::vector<Word> typed;
  std::vector<bool> slips;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    typed.push_back(MakeWord(terms[t]));
    const text::Unit& unit = tokens.units[t];
    slips.push_back(is_known && !is_known(query.substr(unit.begin, unit.end - unit.begin)));
  }
  std::vector<std::string> out;
  for (std::size_t at = 0; at < typed.size();) {
    const auto found = std::find_if(phrases_.begin(), phrases_.end(),
                                    [&](const Phrase& phrase) { return MatchesAt(phrase, typed, slips, at); });
    if (found == phrases_.end()) {
      ++at;
      continue;
    }
    out.push_back(found->text);
    at += found->words.size();
  }
  return out;
}

}  // namespace signpost::catalog
