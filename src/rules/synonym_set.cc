// SPDX-License-Identifier: Apache-2.0
#include "rules/synonym_set.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "rules/unit_terms.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

bool IsAscii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<std::string> Terms(std::string_view side, const text::Analyzer& analyzer) {
  text::TokenList tokens;
  analyzer.Analyze(side, &tokens);
  std::vector<std::string> terms;
  for (std::string_view term : UnitTerms(tokens)) {
    if (!term.empty()) terms.emplace_back(term);
  }
  return terms;
}

absl::Status CheckShape(const Synonym& synonym) {
  if (synonym.type == SynonymType::kOneWay) {
    if (synonym.synonyms.empty()) return InvalidArgument("synonyms is empty, a one-way synonym needs at least one");
    return absl::OkStatus();
  }
  if (!synonym.input.empty()) {
    return InvalidArgument("input ", Quoted(synonym.input), " is given, which only a one-way synonym has");
  }
  if (synonym.synonyms.size() < 2) {
    return InvalidArgument("synonyms has ", synonym.synonyms.size(), ", a multi-way synonym needs at least two");
  }
  return absl::OkStatus();
}

absl::Status CheckIds(const std::vector<Synonym>& synonyms) {
  StringMap<std::size_t> places;
  for (std::size_t i = 0; i < synonyms.size(); ++i) {
    const std::string& id = synonyms[i].object_id;
    if (id.empty()) return InvalidArgument("synonyms[", i, "]: object_id is empty");
    auto [it, added] = places.try_emplace(id, i);
    if (!added) {
      return InvalidArgument("synonyms[", i, "]: object_id ", Quoted(id), " is that of synonyms[", it->second, "]");
    }
  }
  return absl::OkStatus();
}

// Returns the terms of one side, `field` of its synonym.
absl::StatusOr<std::vector<std::string>> ReadSide(std::string_view side, std::string_view field,
                                                  const text::Analyzer& analyzer) {
  if (side.empty()) return InvalidArgument(field, " is empty");
  std::vector<std::string> terms = Terms(side, analyzer);
  if (terms.empty()) return InvalidArgument(field, " ", Quoted(side), " holds no word");
  return terms;
}

// Returns what a language's own analysis of query words is in the root pack's: languages keep letters that it folds.
std::vector<std::string> RootTerms(const std::vector<std::string_view>& terms) {
  const text::Analyzer root(text::FindLanguagePack(""));
  std::vector<std::string> out;
  out.reserve(terms.size());
  for (std::string_view term : terms) {
    std::vector<std::string> folded;
    if (!IsAscii(term)) folded = Terms(term, root);
    out.push_back(folded.size() == 1 ? std::move(folded.front()) : std::string(term));
  }
  return out;
}

std::vector<std::string> StemClasses(const std::vector<std::string_view>& terms, const text::Analyzer& analyzer) {
  std::vector<std::string> out;
  out.reserve(terms.size());
  for (std::string_view term : terms) out.push_back(analyzer.Stem(term));
  return out;
}

template <typename Strings>
std::string Joined(const Strings& terms) {
  std::string out;
  for (std::string_view term : terms) out += StrCat(term, '\x1F');
  return out;
}

}  // namespace

absl::StatusOr<SynonymSet> SynonymSet::Compile(std::vector<Synonym> synonyms) {
  if (synonyms.size() > limits::kMaxSynonyms) {
    return InvalidArgument("synonyms: ", synonyms.size(), " given, at most ", limits::kMaxSynonyms, " are allowed");
  }
  SIGNPOST_RETURN_IF_ERROR(CheckIds(synonyms));
  SynonymSet set;
  set.list_ = std::move(synonyms);
  set.sides_.resize(set.list_.size());
  StringMap<std::size_t> tables;
  for (std::size_t i = 0; i < set.list_.size(); ++i) {
    std::string lang = text::NormalizeLanguageTag(set.list_[i].lang);
    auto [it, added] = tables.try_emplace(lang, set.tables_.size());
    if (added) set.tables_.push_back({.lang = std::move(lang), .trie = {}, .synonyms = {}});
    absl::Status status = set.Add(static_cast<std::uint32_t>(i), &set.tables_[it->second]);
    if (!status.ok()) return Annotate(status, StrCat("synonym ", Quoted(set.list_[i].object_id)));
  }
  return set;
}

absl::Status SynonymSet::Add(std::uint32_t place, Table* table) {
  const Synonym& synonym = list_[place];
  SIGNPOST_RETURN_IF_ERROR(CheckShape(synonym));
  const text::Analyzer analyzer(text::FindLanguagePack(table->lang));
  // A side that only replaces gets a node too: it tells whether the side and a run of words are the same.
  auto node_of = [&](const std::vector<std::string>& terms) {
    TermTrie::Node node = TermTrie::kRoot;
    for (const std::string& term : terms) {
      node = table->trie.AddChild(node, table->trie.AddTerm(table->lang.empty() ? term : analyzer.Stem(term)));
    }
    return node;
  };
  auto replace = [&](TermTrie::Node node) {
    if (table->synonyms.size() <= node) table->synonyms.resize(table->trie.node_count());
    std::vector<std::uint32_t>& places = table->synonyms[node];
    if (places.empty() || places.back() != place) places.push_back(place);
  };
  if (synonym.type == SynonymType::kOneWay) {
    SIGNPOST_ASSIGN_OR_RETURN(std::vector<std::string> terms, ReadSide(synonym.input, "input", analyzer));
    replace(node_of(terms));
  }
  for (std::size_t i = 0; i < synonym.synonyms.size(); ++i) {
    SIGNPOST_ASSIGN_OR_RETURN(std::vector<std::string> terms,
                              ReadSide(synonym.synonyms[i], StrCat("synonyms[", i, "]"), analyzer));
    const TermTrie::Node node = node_of(terms);
    sides_[place].push_back({.node = node, .terms = std::move(terms)});
    if (synonym.type == SynonymType::kMultiWay) replace(node);
  }
  return absl::OkStatus();
}

void SynonymSet::Collect(const Table& table, const std::vector<std::string>& keys, std::vector<Found>* found) {
  std::vector<TermTrie::TermNumber> numbers;
  numbers.reserve(keys.size());
  for (const std::string& key : keys) numbers.push_back(table.trie.FindTerm(key));
  for (std::uint32_t begin = 0; begin < numbers.size(); ++begin) {
    TermTrie::Node node = TermTrie::kRoot;
    for (std::uint32_t end = begin; end < numbers.size();) {
      node = table.trie.FindChild(node, numbers[end++]);
      if (node == TermTrie::kNone) break;
      if (node >= table.synonyms.size()) continue;
      for (std::uint32_t synonym : table.synonyms[node]) found->push_back({begin, end, synonym, node});
    }
  }
}

std::vector<std::vector<std::string>> SynonymSet::Replacements(std::span<const Found> found,
                                                               const text::Analyzer& analyzer) const {
  std::vector<std::vector<std::string>> replacements;
  StringSet seen;
  for (const Found& one : found) {
    const Synonym& synonym = list_[one.synonym];
    for (std::size_t i = 0; i < synonym.synonyms.size(); ++i) {
      const Side& side = sides_[one.synonym][i];
      if (side.node == one.node) continue;
      // The root pack folds letters that a language keeps, so one for all languages is read again in that of the query.
      std::vector<std::string> terms = synonym.lang.empty() ? Terms(synonym.synonyms[i], analyzer) : side.terms;
      if (seen.insert(Joined(terms)).second) replacements.push_back(std::move(terms));
    }
  }
  return replacements;
}

std::vector<query::SynonymMatch> SynonymSet::Find(const text::TokenList& tokens, const text::Analyzer& analyzer,
                                                  std::string_view lang) const {
  std::vector<Found> found;
  const std::vector<std::string_view> terms = UnitTerms(tokens);
  std::vector<std::string> stems;
  for (const Table& table : tables_) {
    if (table.lang.empty()) {
      Collect(table, RootTerms(terms), &found);
    } else if (text::LanguageMatches(lang, table.lang)) {
      if (stems.empty()) stems = StemClasses(terms, analyzer);
      Collect(table, stems, &found);
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.begin, b.end, a.synonym) < std::tie(b.begin, a.end, b.synonym);
  });
  std::vector<query::SynonymMatch> matches;
  StringSet seen;  // runs, so that repeating a word does not multiply its synonyms
  for (std::size_t i = 0; i < found.size();) {
    std::size_t next = i;
    while (next < found.size() && found[next].begin == found[i].begin && found[next].end == found[i].end) ++next;
    const auto run = std::span(terms).subspan(found[i].begin, found[i].end - found[i].begin);
    if (seen.insert(Joined(run)).second) {
      auto replacements = Replacements(std::span(found).subspan(i, next - i), analyzer);
      if (!replacements.empty()) matches.push_back({found[i].begin, found[i].end, std::move(replacements)});
    }
    i = next;
  }
  return matches;
}

}  // namespace signpost::rules
