// SPDX-License-Identifier: Apache-2.0
#include "rules/alternative_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/edit_distance.h"
#include "rules/unit_terms.h"

namespace signpost::rules {
namespace {

constexpr std::size_t kMinForOneTypo = 4;  // letters of the pattern's word
constexpr std::size_t kMinForTwoTypos = 8;

std::u32string Letters(std::string_view term) {
  std::u32string out;
  for (std::size_t i = 0; i < term.size();) out += DecodeUtf8(term, &i);
  return out;
}

// Codes and numbers are no misspellings of each other, and a character of Chinese is a word.
bool MayBeMisspelled(std::u32string_view letters) {
  constexpr char32_t kFirstCjk = 0x2E80;
  return letters.size() <= limits::kMaxRuleTypoCodepoints &&
         std::all_of(letters.begin(), letters.end(),
                     [](char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < kFirstCjk); });
}

std::uint64_t HashOf(std::u32string_view s) { return XXH3_64bits(s.data(), s.size() * sizeof(char32_t)); }

// Calls visit(hash) for the word and for what is left of it without one letter, and without two when `edits` is 2.
template <typename Visit>
void VisitRests(const std::u32string& letters, int edits, Visit visit) {
  visit(HashOf(letters));
  std::u32string rest = letters.substr(1);  // without the letter at i
  for (std::size_t i = 0; i < letters.size(); ++i) {
    visit(HashOf(rest));
    if (edits > 1 && rest.size() > 1) {
      std::u32string second = rest.substr(0, i) + rest.substr(std::min(i + 1, rest.size()));
      for (std::size_t j = i; j < rest.size(); ++j) {
        visit(HashOf(second));
        if (j < second.size()) second[j] = rest[j];
      }
    }
    if (i < rest.size()) rest[i] = letters[i];
  }
}

}  // namespace

void AlternativeWords::AddTypos(TermTrie::TermNumber number, std::string_view term) {
  std::u32string letters = Letters(term);
  if (letters.size() < kMinForOneTypo || !MayBeMisspelled(letters)) return;
  if (!typos_.try_emplace(number, words_.size()).second) return;
  const int edits = letters.size() >= kMinForTwoTypos ? 2 : 1;
  VisitRests(letters, edits, [&](std::uint64_t hash) {
    std::vector<std::uint32_t>& places = rests_[hash];
    const auto place = static_cast<std::uint32_t>(words_.size());
    if (places.empty() || places.back() != place) places.push_back(place);
  });
  words_.push_back({number, std::move(letters), edits});
}

void AlternativeWords::AddForms(TermTrie::TermNumber number, std::string_view term) {
  forms_->terms.emplace_back(number, term);
}

void AlternativeWords::Expand(std::string_view text, const IndexWords* index, const text::Analyzer& analyzer,
                              const TermTrie& terms, RuleQuery* query) const {
  if (!typos_.empty()) {
    for (std::size_t unit = 0; unit < query->size(); ++unit) {
      const bool known =
          typos_.contains(query->term(unit)) || (index != nullptr && index->HasWord(query->term_text(unit)));
      if (!known) AddMisspelled(unit, query);
    }
  }
  if (index == nullptr) return;
  if (!forms_->terms.empty()) {
    std::vector<const text::LanguagePack*> packs;
    for (std::string_view tag : index->Languages()) {
      const text::LanguagePack* pack = &text::FindLanguagePack(tag);
      if (std::find(packs.begin(), packs.end(), pack) == packs.end()) packs.push_back(pack);
    }
    for (const text::LanguagePack* pack : packs) AddOtherForms(*pack, query);
  }
  if (synonyms_) AddSynonymRuns(text, *index, analyzer, terms, query);
}

void AlternativeWords::AddMisspelled(std::size_t unit, RuleQuery* query) const {
  const std::u32string letters = Letters(query->term_text(unit));
  if (letters.size() + 1 < kMinForOneTypo || !MayBeMisspelled(letters)) return;
  std::vector<std::uint32_t> places;  // that leave the same
  VisitRests(letters, letters.size() + 2 >= kMinForTwoTypos ? 2 : 1, [&](std::uint64_t hash) {
    const auto found = rests_.find(hash);
    if (found != rests_.end()) places.insert(places.end(), found->second.begin(), found->second.end());
  });
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<std::pair<int, std::uint32_t>> near;  // distance and place
  for (std::uint32_t place : places) {
    const Word& word = words_[place];
    const auto apart = static_cast<std::ptrdiff_t>(word.letters.size()) - static_cast<std::ptrdiff_t>(letters.size());
    if (std::abs(apart) > word.edits) continue;
    const int distance = lexicon::EditDistance(letters, word.letters);
    if (distance <= word.edits) near.emplace_back(distance, place);
  }
  std::sort(near.begin(), near.end());
  near.resize(std::min(near.size(), limits::kMaxRuleTypoTerms));
  for (const auto& [distance, place] : near) query->AddAlternative(unit, {words_[place].number, true});
}

std::shared_ptr<const StringMap<std::vector<TermTrie::TermNumber>>> AlternativeWords::FormsIn(
    const text::LanguagePack& pack) const {
  std::lock_guard lock(forms_->mutex);
  auto& table = forms_->tables[&pack];
  if (table == nullptr) {
    auto made = std::make_shared<StringMap<std::vector<TermTrie::TermNumber>>>();
    const text::Analyzer analyzer(pack);
    for (const auto& [number, term] : forms_->terms) {
      std::vector<TermTrie::TermNumber>& numbers = (*made)[analyzer.Stem(term)];
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
    }
    table = std::move(made);
  }
  return table;
}

void AlternativeWords::AddOtherForms(const text::LanguagePack& pack, RuleQuery* query) const {
  const auto table = FormsIn(pack);
  const text::Analyzer analyzer(pack);
  for (std::size_t unit = 0; unit < query->size(); ++unit) {
    const auto found = table->find(analyzer.Stem(query->term_text(unit)));
    if (found == table->end()) continue;
    for (TermTrie::TermNumber number : found->second) {
      if (number != query->term(unit)) query->AddAlternative(unit, {number, false});
    }
  }
}

void AlternativeWords::AddSynonymRuns(std::string_view text, const IndexWords& index, const text::Analyzer& analyzer,
                                      const TermTrie& terms, RuleQuery* query) {
  const std::vector<text::Unit>& units = query->units();
  std::size_t readings = 0;
  text::TokenList tokens;
  for (const SynonymReading& reading : index.Synonyms(text)) {
    if (++readings > limits::kMaxRuleSynonyms) break;
    const auto first =
        std::find_if(units.begin(), units.end(), [&](const text::Unit& u) { return u.begin == reading.begin; });
    const auto last = std::find_if(first, units.end(), [&](const text::Unit& u) { return u.end == reading.end; });
    if (last == units.end()) continue;  // the language cuts the query otherwise
    analyzer.Analyze(reading.replacement, &tokens);
    AlternativeRun run{.end = static_cast<std::size_t>(last - units.begin()) + 1, .terms = {}};
    for (std::string_view term : UnitTerms(tokens)) run.terms.push_back(terms.FindTerm(term));
    const bool known = std::find(run.terms.begin(), run.terms.end(), TermTrie::kNone) == run.terms.end();
    if (known && !run.terms.empty()) query->AddRun(static_cast<std::size_t>(first - units.begin()), std::move(run));
  }
}

}  // namespace signpost::rules
