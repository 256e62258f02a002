// SPDX-License-Identifier: Apache-2.0
#include "query/word_planner.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/ending_index.h"
#include "lexicon/lexicon.h"
#include "query/typo_model.h"
#include "query/weights.h"
#include "segment/phrase.h"
#include "text/compound.h"
#include "text/inner_parts.h"
#include "text/language_pack.h"

namespace signpost::query {
namespace {

constexpr std::size_t kMinSplitLetters = 2;    // of each part
constexpr double kMissingSpaceCost = 3;        // as a missing letter in typo_model.h
constexpr double kCheapestTypo = 2;            // the same
constexpr double kUnknownWord = 1e-3;          // likelihood that a word is right although no document holds it
constexpr std::size_t kMostLettersToCome = 2;  // of a half-typed word that is corrected
constexpr double kDoubt = 0.3;                 // confidence in another term from which a word is doubted

std::size_t CodePointCount(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

bool HasDigit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsTypo(AlternativeKind kind) { return kind == AlternativeKind::kTypo || kind == AlternativeKind::kTypoPrefix; }

// Leaves each of `terms`, which come from several segments, once, and the first limits::kMaxCompoundTerms in order, so that
// a limit cuts the same terms whatever the segments.
template <typename Less>
void KeepFirst(Less less, std::vector<std::string_view>* terms) {
  std::sort(terms->begin(), terms->end(), less);
  terms->erase(std::unique(terms->begin(), terms->end()), terms->end());
  if (terms->size() > limits::kMaxCompoundTerms) terms->resize(limits::kMaxCompoundTerms);
}

// Returns where the letters of `s` end at which both sides have letters enough for a part.
std::vector<std::size_t> SplitPoints(std::string_view s) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i <= s.size(); ++i) {
    if (i == s.size() || !IsUtf8Continuation(s[i])) ends.push_back(i);
  }
  if (ends.size() < 2 * kMinSplitLetters) return {};
  return {ends.begin() + (kMinSplitLetters - 1), ends.end() - kMinSplitLetters};
}

}  // namespace

void WordPlanner::AddExact(std::string_view term, AlternativeKind kind, double weight, int edits) {
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    if (auto id = Lexicon(s).Find(term)) AddTerm(s, *id, kind, edits, weight);
  }
}

void WordPlanner::AddStem(std::string_view term, AlternativeKind kind, double weight, int edits) {
  const std::string stem = analyzer_.Stem(term);
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    auto id = Lexicon(s).FindClass(stem);
    if (!id) continue;
    for (TermId form : Lexicon(s).TermsOf(*id)) AddTerm(s, form, kind, edits, weight * kStemWeight);
  }
}

void WordPlanner::AddCompounds(std::string_view word) {
  const text::LanguagePack& pack = analyzer_.pack();
  if (pack.linking_elements.empty()) return;
  for (const std::string& last : text::LastPartForms(pack, word)) {
    for (std::string_view term : TermsEndingWith(last)) {
      if (AnyIsWord(text::FirstParts(pack, term, last))) AddExact(term, AlternativeKind::kCompound, kCompoundWeight);
    }
  }
  for (std::string_view term : TermsBeginningWith(word)) {
    if (AnyIsWord(text::LastParts(pack, term, word))) AddExact(term, AlternativeKind::kCompound, kCompoundWeight);
  }
}

// Returns the first of the corpus in byte order that live documents hold.
std::vector<std::string_view> WordPlanner::TermsBeginningWith(std::string_view prefix) const {
  std::vector<std::string_view> out;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    const lexicon::Lexicon& lexicon = live.segment().lexicon();
    const lexicon::TermRange range = lexicon.Prefix(prefix);
    std::size_t taken = 0;
    for (std::uint32_t t = range.begin; t < range.end && taken < limits::kMaxCompoundTerms; ++t) {
      if (live.DocumentCount(TermId{t}) == 0) continue;
      out.push_back(lexicon.Term(TermId{t}));
      ++taken;
    }
  }
  KeepFirst(std::less<>(), &out);
  return out;
}

// The same by the order of reversed texts.
std::vector<std::string_view> WordPlanner::TermsEndingWith(std::string_view suffix) const {
  std::vector<std::string_view> out;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    const lexicon::Lexicon& lexicon = live.segment().lexicon();
    const lexicon::EndingRange range = lexicon.EndingWith(suffix);
    std::size_t taken = 0;
    for (std::uint32_t i = range.begin; i < range.end && taken < limits::kMaxCompoundTerms; ++i) {
      const TermId id = lexicon.EndingTerm(i);
      if (live.DocumentCount(id) == 0) continue;
      out.push_back(lexicon.Term(id));
      ++taken;
    }
  }
  KeepFirst([](std::string_view a, std::string_view b) { return lexicon::CompareReversed(a, b) < 0; }, &out);
  return out;
}

std::vector<std::string> WordPlanner::FindCompoundParts(std::string_view word) const {
  std::vector<std::string> best;
  std::uint64_t most = 0;
  for (const text::CompoundSplit& split : text::CompoundSplits(analyzer_.pack(), word)) {
    const std::uint64_t count = std::min(CountForms(split.first), CountForms(split.second));
    if (count <= most) continue;
    most = count;
    best = {std::string(split.first), std::string(split.second)};
  }
  return best;
}

bool WordPlanner::AnyIsWord(const std::vector<std::string_view>& candidates) const {
  return std::any_of(candidates.begin(), candidates.end(),
                     [this](std::string_view candidate) { return CountForms(candidate) > 0; });
}

void WordPlanner::AddInner(std::string_view term, bool prefix) {
  const std::string marked = StrCat(text::kPieceMark, term);
  AddExact(marked, AlternativeKind::kInner, kInnerWeight);
  if (prefix) AddBeginning(marked, kInnerWeight);
}

void WordPlanner::AddPrefix(std::string_view prefix) {
  AddBeginning(prefix, empty() ? kLonePrefixWeight : kPrefixWeight);
}

void WordPlanner::AddBeginning(std::string_view prefix, double weight) {
  Alternative beginning{
      .text = std::string(prefix), .kind = AlternativeKind::kPrefix, .weight = weight, .typed_bytes = prefix.size()};
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    const lexicon::TermRange range = Lexicon(s).Prefix(prefix);
    const std::uint64_t count = corpus_.segments()[s].DocumentCount(range);
    if (count == 0) continue;
    beginning.terms.push_back({s, range});
    beginning.document_count += count;
  }
  if (beginning.terms.empty()) return;
  for (const auto& [text, alternative] : terms_) {  // what stands for the word already
    if (text.starts_with(prefix)) beginning.document_count -= alternative.document_count;
  }
  if (beginning.document_count > 0) others_.push_back(std::move(beginning));
  // A beginning that is no word may have the stem of the word: attendr, attendrir.
  if (terms_.contains(prefix)) return;
  for (auto& [text, alternative] : terms_) {
    const bool begun = alternative.kind == AlternativeKind::kStem && text.starts_with(prefix);
    if (begun && alternative.typed_bytes == 0) alternative.typed_bytes = prefix.size();
  }
}

void WordPlanner::AddTypos(std::string_view word, bool prefix, double weight) {
  const std::size_t length = CodePointCount(word);
  const auto one = static_cast<std::size_t>(typos_.min_word_size_for_1_typo);
  const auto two = static_cast<std::size_t>(typos_.min_word_size_for_2_typos);
  // A candidate is at most as many letters longer as there are edits; of a prefix, only the typed word counts.
  const std::size_t reach = prefix ? 0 : 1;
  int edits = 0;
  if (length + reach >= one) edits = 1;
  if (length + 2 * reach >= two) edits = 2;
  if (edits == 0) return;
  const AlternativeKind kind = prefix ? AlternativeKind::kTypoPrefix : AlternativeKind::kTypo;
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    for (const lexicon::FuzzyMatch& match : Lexicon(s).Fuzzy(word, {.max_edits = edits, .prefix = prefix})) {
      const std::string_view term = Lexicon(s).Term(match.term);
      const std::size_t longer = prefix ? length : std::max(length, CodePointCount(term));
      if (match.edits == 0 || term.front() == text::kPieceMark || longer < (match.edits == 1 ? one : two) ||
          HasDigit(term))
        continue;
      AddTerm(s, match.term, kind, match.edits, 0);
    }
  }
  WeighTypos(word, kind, weight);
}

// Gives the terms that were found with typos their weights: the likeliest most, and the others by how likely they are beside
// it. Leaves out the least likely ones.
void WordPlanner::WeighTypos(std::string_view word, AlternativeKind kind, double weight) {
  const bool prefix = kind == AlternativeKind::kTypoPrefix;
  std::vector<std::pair<double, std::string_view>> likelihoods;
  std::u32string typed, term;
  ToCodePoints(word, &typed);
  for (const auto& [text, alternative] : terms_) {
    if (alternative.kind != kind) continue;
    ToCodePoints(text, &term);
    likelihoods.emplace_back(TypoLikelihood(TypoCost(typed, term, prefix), alternative.document_count), text);
  }
  std::sort(likelihoods.begin(), likelihoods.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < likelihoods.size(); ++i) {
    const double share = likelihoods[i].first / likelihoods.front().first;
    Alternative& alternative = terms_.find(likelihoods[i].second)->second;
    if (i >= limits::kMaxTypoTerms || share < kMinTypoShare) {
      terms_.erase(likelihoods[i].second);
      continue;
    }
    alternative.weight = weight * std::pow(share, kTypoShareExponent);
  }
}

void WordPlanner::AddPhrase(const std::vector<std::string>& terms, AlternativeKind kind, double weight) {
  if (terms.size() == 1) {
    AddExact(terms.front(), kind, weight);
    AddStem(terms.front(), kind, weight);
    return;
  }
  AddPhraseOf(terms, kind, weight);
}

void WordPlanner::AddSplits(std::string_view word) {
  if (AddKnownSplits(word)) return;
  bool found = false;
  for (const std::size_t i : SplitPoints(word)) {
    found |= AddSplit({std::string(word.substr(0, i)), std::string(word.substr(i))});
  }
  if (found || IsTerm(word)) return;
  for (const std::size_t i : SplitPoints(word)) {
    const std::string_view first = word.substr(0, i);
    if (!IsTerm(first)) continue;
    for (const std::size_t j : SplitPoints(word.substr(i))) {
      if (AddSplit({std::string(first), std::string(word.substr(i, j)), std::string(word.substr(i + j))})) return;
    }
  }
}

// Adds the two words that `word` stands as, from the lists made at build time. Returns false when a segment does not know it.
bool WordPlanner::AddKnownSplits(std::string_view word) {
  std::vector<std::optional<TermId>> ids;
  for (std::uint32_t s = 0; s < Segments(); ++s) ids.push_back(Lexicon(s).Find(word));
  if (std::any_of(ids.begin(), ids.end(), [](const auto& id) { return !id; })) return false;
  std::map<std::string, Alternative> splits;  // by text
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    const segment::LiveSegment& live = corpus_.segments()[s];
    for (segment::Segment::Split& split : live.segment().Splits(*ids[s])) {
      const std::string_view first = Lexicon(s).Term(split.first), second = Lexicon(s).Term(split.second);
      if (CodePointCount(first) < kMinSplitLetters || CodePointCount(second) < kMinSplitLetters ||
          (analyzer_.IsStopWord(first) && analyzer_.IsStopWord(second))) {
        continue;
      }
      segment::PhraseDocuments documents = segment::LiveDocuments(live, &split.documents);
      if (documents.docs.empty()) continue;
      Alternative& phrase = splits[StrCat(first, " ", second)];
      phrase.document_count += documents.docs.size();
      phrase.phrases.push_back({s, {split.first, split.second}, std::move(documents)});
    }
  }
  for (auto& [text, phrase] : splits) {
    phrase.text = text;
    phrase.kind = AlternativeKind::kSplit;
    phrase.weight = kSplitWeight;
    others_.push_back(std::move(phrase));
  }
  return true;
}

// Adds the parts as a phrase if some document holds it. Parts that are all stop words ("with out") say nothing.
bool WordPlanner::AddSplit(const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    if (!IsTerm(part)) return false;
  }
  if (std::all_of(parts.begin(), parts.end(), [this](const auto& part) { return analyzer_.IsStopWord(part); })) {
    return false;
  }
  const std::size_t before = others_.size();
  AddPhraseOf(parts, AlternativeKind::kSplit, kSplitWeight);
  return others_.size() > before;
}

// Adds terms that stand side by side in some document. A segment that lacks one of them cannot hold them.
void WordPlanner::AddPhraseOf(const std::vector<std::string>& terms, AlternativeKind kind, double weight, int edits) {
  Alternative phrase{.text = {}, .kind = kind, .edits = edits, .weight = weight};
  for (const std::string& term : terms) phrase.text += (phrase.text.empty() ? "" : " ") + term;
  for (Alternative& other : others_) {
    if (other.kind != kind || other.text != phrase.text) continue;
    other.weight = std::max(other.weight, weight);
    return;
  }
  for (std::uint32_t s = 0; s < Segments(); ++s) {
    Ids ids;
    for (const std::string& term : terms) {
      if (auto id = Lexicon(s).Find(term)) ids.push_back(*id);
    }
    if (ids.size() != terms.size()) continue;
    segment::PhraseDocuments documents = segment::FindPhrase(corpus_.segments()[s], ids, phrase_checks_);
    if (documents.docs.empty()) continue;
    phrase.document_count += documents.docs.size();
    phrase.phrases.push_back({s, std::move(ids), std::move(documents)});
  }
  if (!phrase.phrases.empty()) others_.push_back(std::move(phrase));
}

// Returns how many live documents hold the term.
std::uint64_t WordPlanner::CountTerm(std::string_view term) const {
  std::uint64_t count = 0;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    if (const auto id = live.segment().lexicon().Find(term)) count += live.DocumentCount(*id);
  }
  return count;
}

// Returns in how many documents the word stands, in all its forms.
std::uint64_t WordPlanner::CountForms(std::string_view word) const {
  const std::string stem = analyzer_.Stem(word);
  std::uint64_t count = 0;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    const auto id = live.segment().lexicon().FindClass(stem);
    if (!id) continue;
    for (TermId form : live.segment().lexicon().TermsOf(*id)) count += live.DocumentCount(form);
  }
  return count;
}

bool WordPlanner::Doubts(std::string_view word) const {
  const std::uint64_t count = CountForms(word);
  if (count == 0) return false;
  const double most = TypoLikelihood(kCheapestTypo, std::max<std::uint64_t>(corpus_.doc_count(), 1));
  return most > kDoubt * (most + TypoLikelihood(0, count));
}

std::optional<Correction> WordPlanner::FindCorrection(std::string_view word) const {
  const std::string stem = analyzer_.Stem(word);
  std::u32string typed, term;
  ToCodePoints(word, &typed);
  const std::uint64_t own_count = CountForms(word);
  double sum = own_count == 0 ? kUnknownWord : TypoLikelihood(0, own_count);
  double best = 0;
  std::string_view text;
  auto consider = [&](std::string_view candidate, double likelihood) {
    sum += likelihood;
    if (likelihood < best || (likelihood == best && candidate >= text)) return;
    best = likelihood;
    text = candidate;
  };
  // In the order of their texts, so that sums do not differ in their last digits from process to process.
  std::vector<std::pair<std::string_view, const Alternative*>> candidates;
  for (const auto& [candidate, alternative] : terms_) candidates.emplace_back(candidate, &alternative);
  std::sort(candidates.begin(), candidates.end());
  auto consider_typos = [&](AlternativeKind kind) {
    for (const auto& [candidate, of_candidate] : candidates) {
      const Alternative& alternative = *of_candidate;
      if (alternative.kind != kind || analyzer_.Stem(candidate) == stem) continue;
      ToCodePoints(candidate, &term);
      if (term.size() > typed.size() + kMostLettersToCome) continue;
      const double cost = TypoCost(typed, term, kind == AlternativeKind::kTypoPrefix);
      consider(candidate, TypoLikelihood(cost, alternative.document_count));
    }
  };
  consider_typos(AlternativeKind::kTypo);
  if (best == 0) consider_typos(AlternativeKind::kTypoPrefix);
  for (const Alternative& phrase : others_) {
    if (phrase.kind != AlternativeKind::kSplit) continue;
    consider(phrase.text, TypoLikelihood(kMissingSpaceCost, phrase.document_count));
  }
  if (best == 0 || best < kDoubt * sum) return std::nullopt;
  return Correction{.text = std::string(text), .confidence = best / sum};
}

void WordPlanner::DropTyposExcept(std::string_view term) {
  absl::erase_if(terms_, [term](const auto& entry) { return IsTypo(entry.second.kind) && entry.first != term; });
}

std::vector<Alternative> WordPlanner::Take() {
  std::vector<Alternative> out = std::move(others_);
  for (auto& [text, alternative] : terms_) out.push_back(std::move(alternative));
  std::sort(out.begin(), out.end(), [](const Alternative& a, const Alternative& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.text < b.text;
  });
  return out;
}

// True for a term that a beginning stands for already.
bool WordPlanner::IsBegun(std::string_view term) const {
  return std::any_of(others_.begin(), others_.end(), [term](const Alternative& other) {
    return other.kind == AlternativeKind::kPrefix && term.starts_with(other.text);
  });
}

// Adds a term of segment `s`, unless no live document holds it or it is an alternative of a cheaper look-up already.
void WordPlanner::AddTerm(std::uint32_t s, TermId id, AlternativeKind kind, int edits, double weight) {
  const std::uint32_t count = corpus_.segments()[s].DocumentCount(id);
  if (count == 0) return;
  const std::string_view term = Lexicon(s).Term(id);
  if (!terms_.contains(term) && IsBegun(term)) return;
  auto [entry, added] = terms_.try_emplace(term);
  Alternative& alternative = entry->second;
  if (added) {
    alternative.text = term;
    alternative.kind = kind;
    alternative.edits = edits;
    alternative.weight = weight;
    if (IsTypo(kind)) alternative.fields = typo_fields_;
  } else if (alternative.kind == kind) {  // as two synonyms give it, one in another form
    alternative.weight = std::max(alternative.weight, weight);
  }
  if (!alternative.terms.empty() && alternative.terms.back().segment >= s) return;
  alternative.terms.push_back({s, {Raw(id), Raw(id) + 1}});
  alternative.document_count += count;
}

}  // namespace signpost::query
