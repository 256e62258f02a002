// SPDX-License-Identifier: Apache-2.0
#include "rules/synonym_table.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "lexicon/lexicon_builder.h"
#include "query/weights.h"
#include "rules/synonym_sides.h"
#include "rules/unit_terms.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

// Fewer letters may begin so much that they say nothing of a synonym.
constexpr std::size_t kMinBegunLetters = 3;

int EditsOf(SynonymType type) {
  return type == SynonymType::kAltCorrection1 ? 1 : type == SynonymType::kAltCorrection2 ? 2 : 0;
}

double CertaintyOf(int edits) {
  return edits == 0 ? 1 : edits == 1 ? query::kAltCorrection1Factor : query::kAltCorrection2Factor;
}

std::size_t LetterCount(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

bool HasDigit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <typename Strings>
std::string Joined(const Strings& terms) {
  std::string out;
  for (std::string_view term : terms) out += StrCat(term, '\x1F');
  return out;
}

}  // namespace

struct SynonymTable::Search {
  std::vector<WordNumber> words;            // by unit
  std::vector<std::vector<Guess>> guesses;  // by unit, as far as words are looked up; empty: there are none
  std::size_t steps = limits::kMaxSynonymSteps;
  std::vector<Found> found;
};

// --- making ---

SynonymTable::SynonymTable(const std::vector<Synonym>& synonyms, std::string_view lang)
    : analyzer_(text::FindLanguagePack(lang)) {
  std::vector<std::string> words;  // of keys
  for (const Synonym& synonym : synonyms) {
    if (!AppliesTo(synonym, lang)) continue;
    const auto number = static_cast<std::uint32_t>(entries_.size());
    Entry& entry = entries_.emplace_back();
    entry.edits = EditsOf(synonym.type);
    const bool sides_are_keys = synonym.type == SynonymType::kMultiWay || synonym.type == SynonymType::kPlaceholder;
    for (const std::string& side : synonym.synonyms) {
      if (sides_are_keys) AddKey(side, number, &words);
      if (synonym.type == SynonymType::kPlaceholder) continue;
      std::vector<std::string> terms = SideTerms(side, analyzer_);
      if (terms.empty()) continue;
      const Node node = AddText(terms, JoinedSideTerms(side, analyzer_), false);
      entry.sides.push_back({.joined = joined_[node], .terms = std::move(terms)});
    }
    if (synonym.type == SynonymType::kPlaceholder) {
      entry.sides.push_back({.terms = InputTerms(synonym, analyzer_)});
    } else if (synonym.type != SynonymType::kMultiWay) {
      AddKey(synonym.input, number, &words);
    }
  }
  finder_.Finish();
  by_key_.resize(finder_.node_count());
  BuildLexicon(std::move(words));
}

// Returns the node of a text as it is written. It gets one with and one without its separators, whether it is a key or not:
// they tell whether a side and a run of words are the same.
SynonymTable::Node SynonymTable::AddText(const std::vector<std::string>& terms, const std::vector<std::string>& joined,
                                         bool is_key) {
  const Node node = finder_.Add(StemsOf(terms, analyzer_), is_key);
  const Node joined_node = joined == terms ? node : finder_.Add(StemsOf(joined, analyzer_), is_key);
  while (joined_.size() < finder_.node_count()) joined_.push_back(static_cast<Node>(joined_.size()));
  if (joined_node != node) joined_[node] = joined_node;
  return node;
}

void SynonymTable::AddKey(std::string_view side, std::uint32_t entry, std::vector<std::string>* words) {
  const std::vector<std::string> terms = SideTerms(side, analyzer_);
  const std::vector<std::string> joined = JoinedSideTerms(side, analyzer_);
  if (terms.empty()) return;
  const Node node = AddText(terms, joined, true);
  by_key_.resize(finder_.node_count());
  for (const Node key : {node, joined_[node]}) {
    std::vector<std::uint32_t>& entries = by_key_[key];
    if (entries.empty() || entries.back() != entry) entries.push_back(entry);
  }
  words->insert(words->end(), terms.begin(), terms.end());
  if (joined != terms) words->insert(words->end(), joined.begin(), joined.end());
}

void SynonymTable::BuildLexicon(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.empty()) return;
  const std::vector<std::string> stems = StemsOf(words, analyzer_);
  std::vector<lexicon::TermAndStem> terms;
  for (std::size_t i = 0; i < words.size(); ++i) terms.push_back({words[i], stems[i]});
  lexicon_bytes_ = lexicon::BuildLexicon(terms);
  absl::StatusOr<lexicon::Lexicon> opened = lexicon::Lexicon::Open(lexicon_bytes_);
  if (!opened.ok()) return;  // never: the bytes were made a line above
  lexicon_ = *std::move(opened);
  for (std::uint32_t c = 0; c < lexicon_->class_count(); ++c) {
    word_numbers_.push_back(finder_.FindWord(lexicon_->Stem(ClassId{c})));
  }
}

// --- finding ---

std::vector<query::SynonymMatch> SynonymTable::Find(const query::ParsedQuery& query,
                                                    const SynonymGuesses& guesses) const {
  if (!lexicon_) return {};
  Search search;
  FindKeys(query, &search);
  FindGuesses(query, guesses, &search);
  FindGuessed(&search);
  std::stable_sort(search.found.begin(), search.found.end(), [](const Found& a, const Found& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<query::SynonymMatch> matches;
  // A run that is a key in two ways, with its separators and without, is offered the same once.
  StringSet offered;
  for (std::size_t i = 0; i < search.found.size(); ++i) {
    const Found& found = search.found[i];
    const bool again =
        i > 0 && !found.guessed && search.found[i - 1].begin == found.begin && search.found[i - 1].end == found.end;
    if (!again) offered.clear();
    AddMatches(found, guesses.typos.mode != TypoMode::kOff, &offered, &matches);
  }
  return matches;
}

// Adds the keys that stand in the query, as it is written and without its separators.
void SynonymTable::FindKeys(const query::ParsedQuery& query, Search* search) const {
  for (const std::string_view term : UnitTerms(query.tokens)) search->words.push_back(NumberOf(term));
  // By the end of a run: behind the last place before it at which a word of the query first stands. Runs before that say
  // nothing new, so that repeating a word does not multiply its synonyms.
  std::vector<std::uint32_t> news(search->words.size() + 1, 0);
  for (const query::QueryWord& word : query.words) {
    for (std::uint32_t p = word.position; p < word.position + word.span && p < search->words.size(); ++p) {
      news[p + 1] = p + 1;
    }
  }
  for (std::size_t end = 1; end < news.size(); ++end) news[end] = std::max(news[end], news[end - 1]);
  auto tell = [&](std::uint32_t begin, std::uint32_t end, Node node) {
    if (begin >= news[end] || search->found.size() == limits::kMaxSynonymMatches) return false;
    search->found.push_back({.begin = begin, .end = end, .node = node});
    return true;
  };
  finder_.Find(search->words, tell);
  const std::vector<JoinedUnits> units = JoinUnits(query.tokens);
  if (units.size() == search->words.size()) return;
  std::vector<WordNumber> words;
  std::vector<std::uint32_t> joined = {0};  // how many of the first units are more than one
  for (const JoinedUnits& unit : units) {
    words.push_back(NumberOf(unit.term));
    joined.push_back(joined.back() + (unit.end - unit.begin > 1 ? 1 : 0));
  }
  finder_.Find(words, [&](std::uint32_t begin, std::uint32_t end, Node node) {
    return joined[begin] != joined[end] && tell(units[begin].begin, units[end - 1].end, node);
  });
}

SynonymTable::WordNumber SynonymTable::NumberOf(std::string_view term) const {
  return term.empty() ? TermTrie::kNone : finder_.FindWord(analyzer_.Stem(term));
}

void SynonymTable::FindGuesses(const query::ParsedQuery& query, const SynonymGuesses& guesses, Search* search) const {
  std::size_t looked_up = 0;  // with edits
  const StringSet exempt = TermsIn(guesses.typos.disabled_on_words);
  for (const query::QueryWord& word : query.words) {
    if (word.kind != text::TokenKind::kWord || word.quoted || word.span != 1) continue;
    if (word.position >= std::min(search->words.size(), limits::kMaxQueryWords)) continue;
    const bool in_key = search->words[word.position] != TermTrie::kNone;
    const bool may_be_mistyped =
        !in_key && guesses.typos.mode != TypoMode::kOff && looked_up < limits::kMaxWordsWithTypos;
    if (!may_be_mistyped && !word.last) continue;
    const bool is_known = guesses.is_known(word.term);
    std::vector<Guess> found;
    if (word.last) AddBegun(word.term, is_known, &found);
    if (may_be_mistyped && !is_known && !exempt.contains(word.term)) {
      ++looked_up;
      AddMistyped(word.term, guesses.typos, &found);
    }
    std::erase_if(found, [&](const Guess& guess) { return guess.word == search->words[word.position]; });
    if (found.empty()) continue;
    search->guesses.resize(std::min(search->words.size(), limits::kMaxQueryWords));
    search->guesses[word.position] = std::move(found);
  }
}

// Words that so little begins may be meant; of many, none is.
void SynonymTable::AddBegun(std::string_view term, bool is_known, std::vector<Guess>* out) const {
  if (LetterCount(term) < kMinBegunLetters) return;
  const lexicon::TermRange range = lexicon_->Prefix(term);
  std::vector<Guess> begun;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const WordNumber word = word_numbers_[Raw(lexicon_->ClassOf(TermId{t}))];
    if (std::any_of(begun.begin(), begun.end(), [word](const Guess& guess) { return guess.word == word; })) continue;
    if (begun.size() == limits::kMaxSynonymGuesses) return;
    begun.push_back({.word = word, .edits = 0, .certainty = query::kPrefixWeight, .alone = !is_known});
  }
  out->insert(out->end(), begun.begin(), begun.end());
}

// The words of the fewest edits.
void SynonymTable::AddMistyped(std::string_view term, const TypoTolerance& typos, std::vector<Guess>* out) const {
  const std::size_t letters = LetterCount(term);
  const auto one = static_cast<std::size_t>(typos.min_word_size_for_1_typo);
  const auto two = static_cast<std::size_t>(typos.min_word_size_for_2_typos);
  // A candidate is at most as many letters longer as there are edits.
  const int most = letters + 2 >= two ? 2 : letters + 1 >= one ? 1 : 0;
  if (most == 0) return;
  std::vector<lexicon::FuzzyMatch> matches = lexicon_->Fuzzy(term, {.max_edits = most, .prefix = false});
  std::erase_if(matches, [&](const lexicon::FuzzyMatch& match) {
    const std::string_view meant = lexicon_->Term(match.term);
    return match.edits == 0 || HasDigit(meant) ||
           std::max(letters, LetterCount(meant)) < (match.edits == 1 ? one : two);
  });
  std::uint8_t fewest = UINT8_MAX;
  for (const lexicon::FuzzyMatch& match : matches) fewest = std::min(fewest, match.edits);
  for (const lexicon::FuzzyMatch& match : matches) {
    const WordNumber word = word_numbers_[Raw(lexicon_->ClassOf(match.term))];
    const bool there = std::any_of(out->begin(), out->end(), [word](const Guess& guess) { return guess.word == word; });
    if (match.edits != fewest || there) continue;
    if (out->size() >= limits::kMaxSynonymGuesses) return;
    out->push_back({.word = word, .edits = match.edits, .certainty = query::kTypoWeight, .alone = true});
  }
}

StringSet SynonymTable::TermsIn(const std::vector<std::string>& words) const {
  StringSet out;
  text::TokenList tokens;
  for (const std::string& word : words) {
    analyzer_.Analyze(word, &tokens);
    for (const text::Token& token : tokens.tokens) out.emplace(tokens.Term(token));
  }
  return out;
}

// Adds the keys that stand in the query when one or more of its words are what they were guessed to be.
void SynonymTable::FindGuessed(Search* search) const {
  if (search->guesses.empty()) return;
  std::size_t last = search->guesses.size();
  while (search->guesses[last - 1].empty()) --last;
  for (std::uint32_t begin = 0; begin < last; ++begin) Follow({.begin = begin, .end = begin}, true, search);
}

// Tells the keys that go on from a run of words. `alone`: its guesses may make up a key of one word.
void SynonymTable::Follow(const Found& so_far, bool alone, Search* search) const {
  if (search->steps == 0) return;
  --search->steps;
  if (so_far.guessed && finder_.IsKey(so_far.node) && (alone || so_far.end > so_far.begin + 1) &&
      search->found.size() < limits::kMaxSynonymMatches) {
    search->found.push_back(so_far);
  }
  if (so_far.end == search->words.size()) return;
  auto go_on = [&](const Guess& guess, bool guessed) {
    Found next = so_far;
    next.node = finder_.Next(so_far.node, guess.word);
    if (next.node == TermTrie::kNone) return;
    ++next.end;
    next.edits += guess.edits;
    next.certainty *= guess.certainty;
    next.guessed |= guessed;
    Follow(next, guess.alone, search);
  };
  const WordNumber word = search->words[so_far.end];
  if (word != TermTrie::kNone) go_on({.word = word, .edits = 0, .certainty = 1, .alone = true}, false);
  if (so_far.end >= search->guesses.size()) return;
  for (const Guess& guess : search->guesses[so_far.end]) go_on(guess, true);
}

// Adds what may stand for a run, apart by what it counts as.
void SynonymTable::AddMatches(const Found& found, bool corrections, StringSet* offered,
                              std::vector<query::SynonymMatch>* out) const {
  for (int edits = 0; edits <= (corrections ? 2 : 0); ++edits) {
    std::vector<std::vector<std::string>> replacements;
    for (const std::uint32_t e : by_key_[found.node]) {
      if (entries_[e].edits != edits) continue;
      for (const Side& side : entries_[e].sides) {
        if (side.joined == joined_[found.node] || offered->size() == limits::kMaxReplacements ||
            !offered->insert(Joined(side.terms)).second) {
          continue;
        }
        replacements.push_back(side.terms);
      }
    }
    if (replacements.empty()) continue;
    out->push_back({.begin = found.begin,
                    .end = found.end,
                    .replacements = std::move(replacements),
                    .kind = found.guessed ? AlternativeKind::kGuessedSynonym : AlternativeKind::kSynonym,
                    .certainty = found.certainty * CertaintyOf(edits),
                    .edits = found.edits + edits});
  }
}

}  // namespace signpost::rules
