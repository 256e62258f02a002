// SPDX-License-Identifier: Apache-2.0
// synonym_set.h — the owner's synonyms, compiled: which runs of query words have other words for them.
//
// Cost:     finding the synonyms of a query is linear in its length, whatever their number.
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_SYNONYM_SET_H_
#define SIGNPOST_RULES_SYNONYM_SET_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>
#include <signpost/synonyms.h>

#include "base/strings.h"
#include "query/parsed_query.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

class SynonymSet {
 public:
  // An empty set.
  SynonymSet() = default;

  // InvalidArgument: no object_id or one that is there twice, an empty side, a side without a word, fewer than two synonyms
  // in a multi-way one, an input in one, more than limits::kMaxSynonyms. Names the object_id, the field and the value.
  static absl::StatusOr<SynonymSet> Compile(std::vector<Synonym> synonyms);

  // Returns the synonyms of every run of words of `tokens`, a query analysed by `analyzer`, longest run first at each
  // position; runs may overlap, and a run that is there twice counts where it first stands. Other forms of a word have
  // its synonyms too, except those of synonyms for all languages. Replacements are in the order of the list, each once,
  // none the run itself. `lang` is the language of the query, normalised.
  std::vector<query::SynonymMatch> Find(const text::TokenList& tokens, const text::Analyzer& analyzer,
                                        std::string_view lang) const;

  const std::vector<Synonym>& list() const { return list_; }

 private:
  // One of Synonym::synonyms, analysed.
  struct Side {
    TermTrie::Node node = TermTrie::kRoot;  // of its key, in the table of its synonym
    std::vector<std::string> terms;
  };
  // The synonyms for one language, or (empty `lang`) for all.
  struct Table {
    std::string lang;                                  // normalised
    TermTrie trie;                                     // of keys: stem classes; plain terms when `lang` is empty
    std::vector<std::vector<std::uint32_t>> synonyms;  // by node: places in the list of those that replace it
  };
  // A synonym for a run of words.
  struct Found {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t synonym = 0;              // place in the list
    TermTrie::Node node = TermTrie::kRoot;  // of the run
  };

  absl::Status Add(std::uint32_t place, Table* table);
  static void Collect(const Table& table, const std::vector<std::string>& keys, std::vector<Found>* found);
  // What the synonyms of one run, `found`, offer in its stead.
  std::vector<std::vector<std::string>> Replacements(std::span<const Found> found,
                                                     const text::Analyzer& analyzer) const;

  std::vector<Synonym> list_;
  std::vector<std::vector<Side>> sides_;  // by place in the list, then as in Synonym::synonyms
  std::vector<Table> tables_;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_SYNONYM_SET_H_
