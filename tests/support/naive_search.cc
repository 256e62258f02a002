// SPDX-License-Identifier: Apache-2.0
#include "support/naive_search.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/edit_distance.h"
#include "match/hit_policy.h"
#include "query/match_options.h"
#include "query/parsed_query.h"
#include "query/typo_model.h"
#include "query/weights.h"
#include "text/analyzer.h"
#include "text/inner_parts.h"
#include "text/language_pack.h"

namespace {

using signpost::AlternativeKind;
using signpost::RemoveWords;
using signpost::TypoMode;
using signpost::query::MatchOptions;
using signpost::query::ParsedQuery;
using signpost::query::QueryWord;
using signpost::text::Analyzer;
using signpost::text::TokenKind;
using Terms = std::vector<std::string>;

// What word_planner.cc says of doubted words and corrections.
constexpr double kDoubt = 0.3;
constexpr std::size_t kSplitQueryWords = 6;
constexpr double kUnknownWord = 1e-3;
constexpr double kCheapestTypo = 2;
constexpr double kMissingSpaceCost = 3;
constexpr std::size_t kMostRemovedWords = 5;
constexpr double kRounding = 1 - 1e-6;

// The terms of one document with their places.
struct Text {
  struct Place {
    std::string term;
    std::uint32_t position;
    std::uint32_t span;
  };
  std::vector<std::vector<Place>> values;      // one for each value of each field
  std::map<std::string, std::uint32_t> terms;  // fields that hold each, as bits
};

std::vector<std::string> ValuesOf(const signpost::Document& document, const std::string& attribute) {
  if (attribute == "title") return {document.title};
  if (attribute == "keywords") return document.keywords;
  std::vector<std::string> out;
  for (const signpost::Section& section : document.sections) {
    out.push_back(attribute == "headings" ? section.heading : section.text);
  }
  return out;
}

Text Read(const signpost::Document& document, const signpost::Settings& settings, const Analyzer& analyzer) {
  Text text;
  signpost::text::TokenList tokens;
  for (std::size_t f = 0; f < settings.searchable_attributes.size(); ++f) {
    for (const std::string& value : ValuesOf(document, settings.searchable_attributes[f].name)) {
      analyzer.Analyze(value, &tokens);
      auto& places = text.values.emplace_back();
      for (const auto& token : tokens.tokens) {
        places.push_back({std::string(tokens.Term(token)), token.position, token.span});
        text.terms[places.back().term] |= std::uint32_t{1} << f;
      }
    }
  }
  return text;
}

bool HoldsPhrase(const Text& text, const Terms& phrase) {
  for (const auto& places : text.values) {
    std::set<std::uint32_t> ends;  // where the phrase so far may end
    for (const auto& place : places) {
      if (place.term == phrase.front()) ends.insert(place.position + place.span);
    }
    for (std::size_t i = 1; i < phrase.size(); ++i) {
      std::set<std::uint32_t> next;
      for (const auto& place : places) {
        if (place.term == phrase[i] && ends.contains(place.position)) next.insert(place.position + place.span);
      }
      ends = next;
    }
    if (!ends.empty()) return true;
  }
  return false;
}

// How a piece of a longer word is indexed: ~bridge for SkipBridge.
std::string Inner(const std::string& term) { return signpost::text::kPieceMark + term; }

bool HasDigit(const std::string& s) { return s.find_first_of("0123456789") != std::string::npos; }

std::u32string CodePoints(const std::string& s) {
  std::u32string out;
  signpost::ToCodePoints(s, &out);
  return out;
}

std::string Utf8(std::u32string_view s) {
  std::string out;
  for (const char32_t c : s) signpost::AppendUtf8(&out, c);
  return out;
}

// One thing that may stand for a word.
struct Meaning {
  Terms terms;
  AlternativeKind kind;
  int edits = 0;
  std::uint32_t fields = UINT32_MAX;
};

bool Holds(const Text& text, const Meaning& meaning) {
  if (meaning.terms.size() > 1) return HoldsPhrase(text, meaning.terms);
  const auto term = text.terms.find(meaning.terms.front());
  return term != text.terms.end() && (term->second & meaning.fields) != 0;
}

// What a word of the query, or a part of an identifier, came to.
struct Wanted {
  std::vector<Meaning> meanings;
  double weight = 1;  // of its information
  bool stop_word = false;
  bool quoted = false;

  bool Has(AlternativeKind first, AlternativeKind last) const {
    return std::any_of(meanings.begin(), meanings.end(),
                       [&](const Meaning& m) { return m.kind >= first && m.kind <= last; });
  }
};

// How a document answers a query.
struct Answer {
  double information = 0;
  std::set<std::size_t> words;  // numbers of the Wanted that decide and that it holds
  int edits = 0;
  bool holds_any = false;
};

class Search {
 public:
  Search(const std::vector<signpost::Document>& documents, const std::string& lang,
         const signpost::SearchRequest& request, const signpost::Settings& settings)
      : analyzer_(signpost::text::FindLanguagePack(lang)),
        documents_(documents),
        options_(signpost::query::OptionsOf(request, settings)),
        parsed_(signpost::query::Parse(request.query, analyzer_, options_)) {
    for (const auto& document : documents) {
      texts_.push_back(Read(document, settings, analyzer_));
      for (const auto& [term, fields] : texts_.back().terms) ++counts_[term];
    }
    for (const auto& [term, count] : counts_) stems_[term] = analyzer_.Stem(term);
    for (std::size_t f = 0; f < settings.searchable_attributes.size(); ++f) {
      const Terms& off = options_.typos.disabled_on_attributes;
      if (std::find(off.begin(), off.end(), settings.searchable_attributes[f].name) != off.end()) {
        typo_fields_ &= ~(std::uint32_t{1} << f);
      }
    }
    signpost::text::TokenList tokens;
    for (const std::string& word : options_.typos.disabled_on_words) {
      analyzer_.Analyze(word, &tokens);
      for (const auto& token : tokens.tokens) words_without_typos_.emplace(tokens.Term(token));
    }
  }

  std::set<std::string> Run() {
    for (const QueryWord& word : parsed_.words) AddWord(word);
    for (const Wanted& wanted : wanted_) information_.push_back(InformationOf(wanted));
    std::vector<Answer> answers;
    for (const Text& text : texts_) answers.push_back(AnswerOf(text));
    std::set<std::string> hits;
    const std::vector<bool> are_hits = Hits(answers);
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      if (are_hits[d]) hits.insert(documents_[d].object_id);
    }
    return hits;
  }

 private:
  // --- what the words stand for ---

  void AddWord(const QueryWord& word) {
    if (word.quoted) {
      Wanted wanted{.quoted = true};
      Add(word.parts, AlternativeKind::kExact, &wanted);
      wanted_.push_back(wanted);
    } else if (word.parts.empty()) {
      wanted_.push_back(Plan(word));
    } else {
      AddIdentifier(word);
    }
  }

  void AddIdentifier(const QueryWord& word) {
    Wanted wanted = NewWanted(word);
    Add({word.term}, AlternativeKind::kExact, &wanted);
    if (!word.joined.empty()) Add({word.joined}, AlternativeKind::kIdentifier, &wanted);
    Add(word.parts, AlternativeKind::kIdentifier, &wanted);
    if (word.parts.size() == 1) AddForms(word.parts.front(), AlternativeKind::kIdentifier, &wanted);
    if (word.last) AddPrefix(word.term, &wanted);
    AddWrittenAsOne(word, &wanted);
    if (!wanted.meanings.empty()) {
      wanted_.push_back(wanted);
      return;
    }
    for (std::size_t i = 0; i < word.parts.size(); ++i) {
      QueryWord part;
      part.term = word.parts[i];
      part.kind = TokenKind::kPart;
      part.position = word.position + static_cast<std::uint32_t>(i);
      part.optional = word.optional;
      part.last = word.last && i + 1 == word.parts.size();
      wanted_.push_back(Plan(part));
    }
  }

  static Wanted NewWanted(const QueryWord& word) {
    return {.weight = word.optional ? 0 : word.stop_word ? 0.2 : 1, .stop_word = word.stop_word};
  }

  Wanted Plan(const QueryWord& word) {
    Wanted out = NewWanted(word);
    Add({word.term}, AlternativeKind::kExact, &out);
    if (word.kind == TokenKind::kCjk || word.kind == TokenKind::kCjkPair) {
      if (word.kind == TokenKind::kCjk && IsInPair(word)) out.weight = 0;
      return out;
    }
    AddForms(word.term, AlternativeKind::kStem, &out);
    if (word.last) AddPrefix(word.term, &out);
    AddWrittenAsOne(word, &out);
    Add({Inner(word.term)}, AlternativeKind::kInner, &out);
    if (word.last) AddPrefix(Inner(word.term), &out);
    AddJoins(word, &out);
    if (word.kind != TokenKind::kWord) return out;
    const bool known = !out.meanings.empty();
    if (!known || parsed_.words.size() <= kSplitQueryWords) AddSplits(word.term, &out);
    const bool typos = options_.typos.mode != TypoMode::kOff && !words_without_typos_.contains(word.term) &&
                       (!known || (!word.last && Doubts(word.term)));
    if (typos && words_with_typos_ < signpost::limits::kMaxWordsWithTypos) {
      ++words_with_typos_;
      AddTypos(word.term, false, &out);
      if (word.last) AddTypos(word.term, true, &out);
    }
    if (known) KeepCorrection(word.term, &out);
    return out;
  }

  bool IsInPair(const QueryWord& word) const {
    return std::any_of(parsed_.words.begin(), parsed_.words.end(), [&](const QueryWord& other) {
      return other.kind == TokenKind::kCjkPair &&
             (other.position == word.position || other.position + 1 == word.position);
    });
  }

  // Adds what some document holds and nothing cheaper brought.
  void Add(const Terms& terms, AlternativeKind kind, Wanted* wanted, int edits = 0) const {
    Meaning meaning{.terms = terms, .kind = kind, .edits = edits};
    if (edits > 0) meaning.fields = typo_fields_;
    if (terms.size() == 1 ? !counts_.contains(terms.front()) : CountPhrase(terms) == 0) return;
    const bool there = terms.size() == 1 && std::any_of(wanted->meanings.begin(), wanted->meanings.end(),
                                                        [&](const Meaning& m) { return m.terms == terms; });
    if (!there) wanted->meanings.push_back(meaning);
  }

  void AddForms(const std::string& term, AlternativeKind kind, Wanted* wanted) const {
    const std::string stem = analyzer_.Stem(term);
    for (const auto& [other, of_other] : stems_) {
      if (of_other == stem) Add({other}, kind, wanted);
    }
  }

  void AddPrefix(const std::string& prefix, Wanted* wanted) const {
    for (const auto& [term, count] : counts_) {
      if (term.starts_with(prefix)) Add({term}, AlternativeKind::kPrefix, wanted);
    }
  }

  // Runs of two and three words of the query around `word`, as one.
  void AddJoins(const QueryWord& word, Wanted* wanted) const {
    for (std::uint32_t begin = word.position < 2 ? 0 : word.position - 2; begin <= word.position; ++begin) {
      for (std::uint32_t size = 2; size <= 3; ++size) {
        if (begin + size <= word.position) continue;
        std::string term;
        bool says_something = false, joins = true, number_before = false, last = false;
        for (std::uint32_t p = begin; p < begin + size && joins; ++p) {
          const auto at = std::find_if(parsed_.words.begin(), parsed_.words.end(), [p](const QueryWord& w) {
            return w.position == p && w.span == 1 && !w.quoted &&
                   (w.kind == TokenKind::kWord || w.kind == TokenKind::kNumber);
          });
          if (at == parsed_.words.end()) {
            joins = false;
            break;
          }
          const bool number = at->kind == TokenKind::kNumber;
          joins = !(number && number_before);
          number_before = number;
          says_something |= !at->stop_word;
          last = at->last;
          term += at->term;
        }
        if (!joins || !says_something) continue;
        Add({term}, AlternativeKind::kJoined, wanted);
        if (last) AddPrefix(term, wanted);
      }
    }
  }

  // wi-fi as wifi, SkipBridge as skip bridge.
  void AddWrittenAsOne(const QueryWord& word, Wanted* wanted) const {
    for (const auto& run : parsed_.synonyms) {
      if (word.position < run.begin || word.position + word.span > run.end) continue;
      for (const Terms& terms : run.replacements) {
        if (terms.size() > 1) {
          Add(terms, AlternativeKind::kIdentifier, wanted);
          continue;
        }
        Add({terms.front()}, AlternativeKind::kIdentifier, wanted);
        AddForms(terms.front(), AlternativeKind::kIdentifier, wanted);
      }
    }
  }

  void AddSplits(const std::string& word, Wanted* wanted) const {
    const std::u32string letters = CodePoints(word);
    bool found = false;
    for (std::size_t i = 2; i + 2 <= letters.size(); ++i) {
      found |= AddSplit({Utf8(letters.substr(0, i)), Utf8(letters.substr(i))}, wanted);
    }
    if (found || counts_.contains(word)) return;
    for (std::size_t i = 2; i + 4 <= letters.size(); ++i) {
      for (std::size_t j = i + 2; j + 2 <= letters.size(); ++j) {
        if (AddSplit({Utf8(letters.substr(0, i)), Utf8(letters.substr(i, j - i)), Utf8(letters.substr(j))}, wanted)) {
          return;
        }
      }
    }
  }

  bool AddSplit(const Terms& parts, Wanted* wanted) const {
    if (std::all_of(parts.begin(), parts.end(), [&](const auto& part) { return analyzer_.IsStopWord(part); })) {
      return false;
    }
    if (CountPhrase(parts) == 0) return false;
    Add(parts, AlternativeKind::kSplit, wanted);
    return true;
  }

  void AddTypos(const std::string& word, bool prefix, Wanted* wanted) const {
    const AlternativeKind kind = prefix ? AlternativeKind::kTypoPrefix : AlternativeKind::kTypo;
    const std::u32string typed = CodePoints(word);
    if (typed.size() > signpost::limits::kMaxTypoWordCodepoints) return;
    Wanted found = *wanted;
    std::vector<std::pair<double, std::string>> candidates;
    for (const auto& [term, count] : counts_) {
      const int edits = AllowedEdits(typed, term, prefix);
      if (edits == 0) continue;
      const std::size_t before = found.meanings.size();
      Add({term}, kind, &found, edits);
      if (found.meanings.size() == before) continue;
      const double cost = signpost::query::TypoCost(typed, CodePoints(term), prefix);
      candidates.emplace_back(-signpost::query::TypoLikelihood(cost, count), term);
    }
    std::sort(candidates.begin(), candidates.end());
    if (candidates.size() > signpost::limits::kMaxTypoTerms) candidates.resize(signpost::limits::kMaxTypoTerms);
    for (const auto& [likelihood, term] : candidates) {
      if (likelihood > candidates.front().first * signpost::query::kMinTypoShare) continue;
      Add({term}, kind, wanted, AllowedEdits(typed, term, prefix));
    }
  }

  // The edits with which `term` may stand for what was typed; 0: it may not.
  int AllowedEdits(const std::u32string& typed, const std::string& term, bool prefix) const {
    if (HasDigit(term) || term.front() == signpost::text::kPieceMark) return 0;
    const std::u32string meant = CodePoints(term);
    const int edits =
        prefix ? signpost::lexicon::PrefixEditDistance(typed, meant) : signpost::lexicon::EditDistance(typed, meant);
    const std::size_t length = prefix ? typed.size() : std::max(typed.size(), meant.size());
    if (edits == 1 && length >= static_cast<std::size_t>(options_.typos.min_word_size_for_1_typo)) return 1;
    if (edits == 2 && length >= static_cast<std::size_t>(options_.typos.min_word_size_for_2_typos)) return 2;
    return 0;
  }

  // --- known, but rare ---

  std::size_t CountForms(const std::string& word) const {
    const std::string stem = analyzer_.Stem(word);
    std::size_t count = 0;
    for (const auto& [term, of_term] : stems_) count += of_term == stem ? counts_.at(term) : 0;
    return count;
  }

  bool Doubts(const std::string& word) const {
    const std::size_t count = CountForms(word);
    if (count == 0) return false;
    const double most = signpost::query::TypoLikelihood(kCheapestTypo, texts_.size());
    return most / (most + signpost::query::TypoLikelihood(0, count)) > kDoubt;
  }

  // Of the typos, leaves the one that is what was meant, if there is one.
  void KeepCorrection(const std::string& word, Wanted* wanted) const {
    const std::size_t count = CountForms(word);
    double sum = count == 0 ? kUnknownWord : signpost::query::TypoLikelihood(0, count);
    std::vector<std::pair<double, Terms>> candidates;
    for (const Meaning& meaning : wanted->meanings) {
      if (meaning.kind == AlternativeKind::kTypo) {
        const double cost = signpost::query::TypoCost(CodePoints(word), CodePoints(meaning.terms.front()), false);
        candidates.emplace_back(-signpost::query::TypoLikelihood(cost, counts_.at(meaning.terms.front())),
                                meaning.terms);
      } else if (meaning.kind == AlternativeKind::kSplit) {
        candidates.emplace_back(-signpost::query::TypoLikelihood(kMissingSpaceCost, CountPhrase(meaning.terms)),
                                meaning.terms);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    for (const auto& [likelihood, terms] : candidates) sum -= likelihood;
    const bool sure = !candidates.empty() && -candidates.front().first >= kDoubt * sum;
    std::erase_if(wanted->meanings, [&](const Meaning& meaning) {
      return meaning.edits > 0 && !(sure && meaning.terms == candidates.front().second);
    });
  }

  std::size_t CountPhrase(const Terms& terms) const {
    return static_cast<std::size_t>(
        std::count_if(texts_.begin(), texts_.end(), [&](const Text& text) { return HoldsPhrase(text, terms); }));
  }

  // --- which documents are hits ---

  // The rarity of a word that some document holds, by the documents of each meaning, summed.
  std::optional<double> InformationOf(const Wanted& wanted) const {
    if (wanted.meanings.empty()) return std::nullopt;
    std::size_t saying = 0, guessed = 0;
    std::set<std::string> said;  // stems
    for (const Meaning& meaning : wanted.meanings) {
      const bool phrase = meaning.terms.size() > 1;
      const std::size_t count = phrase ? CountPhrase(meaning.terms) : counts_.at(meaning.terms.front());
      const bool part = meaning.kind == AlternativeKind::kPrefix || meaning.kind == AlternativeKind::kInner;
      if (meaning.edits > 0 || part || meaning.kind == AlternativeKind::kCompound) {
        guessed += count;
        continue;
      }
      if (phrase || wanted.quoted) {
        saying += count;
      } else if (said.insert(stems_.at(meaning.terms.front())).second) {
        saying += CountAnyForm(stems_.at(meaning.terms.front()));
      }
    }
    const bool known = wanted.Has(AlternativeKind::kExact, AlternativeKind::kStem);
    const auto n = static_cast<double>(texts_.size());
    double df = std::min(n, static_cast<double>(saying));
    if (!known) df += (n - df) * (1 - std::exp(-static_cast<double>(guessed) / n));
    return wanted.weight * std::log(1 + (n - df + 0.5) / (df + 0.5));
  }

  // Documents that hold any term with this stem.
  std::size_t CountAnyForm(const std::string& stem) const {
    return static_cast<std::size_t>(std::count_if(texts_.begin(), texts_.end(), [&](const Text& text) {
      return std::any_of(text.terms.begin(), text.terms.end(),
                         [&](const auto& entry) { return stems_.at(entry.first) == stem; });
    }));
  }

  Answer AnswerOf(const Text& text) const {
    Answer out;
    for (std::size_t w = 0; w < wanted_.size(); ++w) {
      int edits = std::numeric_limits<int>::max();
      for (const Meaning& meaning : wanted_[w].meanings) {
        if (Holds(text, meaning)) edits = std::min(edits, meaning.edits);
      }
      if (edits == std::numeric_limits<int>::max()) continue;
      out.holds_any = true;
      out.edits += edits;
      const bool guessed = !wanted_[w].Has(AlternativeKind::kExact, AlternativeKind::kSynonym);
      out.information += *information_[w] * (guessed ? signpost::match::kGuessedInformation : 1);
      if (wanted_[w].weight > 0) out.words.insert(w);
    }
    return out;
  }

  bool IsExcluded(const Text& text) const {
    return std::any_of(parsed_.excluded.begin(), parsed_.excluded.end(),
                       [&](const Terms& terms) { return HoldsPhrase(text, terms); });
  }

  std::vector<bool> Hits(const std::vector<Answer>& answers) const {
    std::vector<bool> open;
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      open.push_back(!IsExcluded(texts_[d]) && (parsed_.words.empty() || answers[d].holds_any));
    }
    if (parsed_.words.empty()) return open;
    std::vector<bool> hits(texts_.size(), false);
    for (const auto& is_hit : Policies(answers, open)) {
      for (std::size_t d = 0; d < texts_.size(); ++d) hits[d] = open[d] && is_hit(answers[d]);
      if (std::find(hits.begin(), hits.end(), true) != hits.end()) break;
    }
    int fewest = std::numeric_limits<int>::max();
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      if (hits[d]) fewest = std::min(fewest, answers[d].edits);
    }
    for (std::size_t d = 0; d < texts_.size(); ++d) {
      if (options_.typos.mode == TypoMode::kMin && answers[d].edits > fewest) hits[d] = false;
      if (options_.typos.mode == TypoMode::kStrict && answers[d].edits - 1 > fewest) hits[d] = false;
    }
    return hits;
  }

  using Policy = std::function<bool(const Answer&)>;

  // What a hit must hold; the next when the one before gives none.
  std::vector<Policy> Policies(const std::vector<Answer>& answers, const std::vector<bool>& open) const {
    std::set<std::size_t> quoted, found;
    std::vector<std::size_t> deciding;
    for (std::size_t w = 0; w < wanted_.size(); ++w) {
      if (wanted_[w].quoted) quoted.insert(w);
      if (wanted_[w].weight > 0) deciding.push_back(w);
      if (wanted_[w].weight > 0 && information_[w]) found.insert(w);
    }
    auto holding = [quoted](std::set<std::size_t> words) {
      words.insert(quoted.begin(), quoted.end());
      return [words](const Answer& answer) {
        return std::includes(answer.words.begin(), answer.words.end(), words.begin(), words.end());
      };
    };
    std::set<std::size_t> all(deciding.begin(), deciding.end());
    switch (options_.remove_words) {
      case RemoveWords::kByInformation:
        return {ByInformation(answers, open, quoted)};
      case RemoveWords::kNever:
        return {holding(all)};
      case RemoveWords::kAllOptional:
        return {holding(found), holding({})};
      case RemoveWords::kLastWords:
      case RemoveWords::kFirstWords:
        break;
    }
    std::vector<Policy> out = {holding(all)};
    for (std::size_t removed = 1; removed <= kMostRemovedWords && all.size() > 1; ++removed) {
      all.erase(options_.remove_words == RemoveWords::kLastWords ? *all.rbegin() : *all.begin());
      out.emplace_back(holding(all));
    }
    return out;
  }

  Policy ByInformation(const std::vector<Answer>& answers, const std::vector<bool>& open,
                       const std::set<std::size_t>& quoted) const {
    std::vector<double> informations;
    bool any_decides = false;
    std::size_t content_words = 0;
    for (std::size_t w = 0; w < wanted_.size(); ++w) {
      any_decides |= wanted_[w].weight > 0;
      if (!information_[w]) continue;
      informations.push_back(*information_[w]);
      if (wanted_[w].weight > 0 && !wanted_[w].stop_word) ++content_words;
    }
    std::sort(informations.begin(), informations.end(), std::greater<>());
    informations.resize(std::min(informations.size(), signpost::limits::kMaxFindingWords));
    const double total = std::accumulate(informations.begin(), informations.end(), 0.0);
    double least = signpost::match::kMinimumShare * total * kRounding;
    if (content_words <= signpost::match::kShortQueryWords) {
      std::vector<double> best;
      for (std::size_t d = 0; d < answers.size(); ++d) {
        if (open[d] && std::includes(answers[d].words.begin(), answers[d].words.end(), quoted.begin(), quoted.end())) {
          best.push_back(answers[d].information);
        }
      }
      std::sort(best.begin(), best.end(), std::greater<>());
      if (best.size() >= signpost::match::kEnoughHits) {
        least = std::max(least, best[signpost::match::kEnoughHits - 1] * kRounding);
      }
    }
    if (any_decides && total == 0) least = std::numeric_limits<double>::infinity();
    return [least, quoted](const Answer& answer) {
      return answer.information >= least &&
             std::includes(answer.words.begin(), answer.words.end(), quoted.begin(), quoted.end());
    };
  }

  Analyzer analyzer_;
  const std::vector<signpost::Document>& documents_;
  const MatchOptions options_;
  const ParsedQuery parsed_;
  std::vector<Text> texts_;
  std::map<std::string, std::size_t> counts_;  // documents by term
  std::map<std::string, std::string> stems_;   // by term
  std::uint32_t typo_fields_ = UINT32_MAX;
  std::set<std::string> words_without_typos_;
  std::size_t words_with_typos_ = 0;
  std::vector<Wanted> wanted_;
  std::vector<std::optional<double>> information_;  // by Wanted; none: no document holds it
};

}  // namespace

std::set<std::string> NaiveSearch(const std::vector<signpost::Document>& documents, const std::string& lang,
                                  const signpost::SearchRequest& request, const signpost::Settings& settings) {
  return Search(documents, lang, request, settings).Run();
}
