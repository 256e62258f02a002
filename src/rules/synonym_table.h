// SPDX-License-Identifier: Apache-2.0
// synonym_table.h — the synonyms that apply to queries in one language, by the words that they replace.
//
// Keys:     the sides that are replaced, as sequences of stem classes, so that any form of a word stands for any other; with and
//           without their separators, so that email stands for e-mail.
// Guesses:  a word of the query that no document holds may be a mistyped word of a key; the last one, while it may be
//           half typed, the beginning of the key's last word. Of a key of several words the last may be half typed even
//           when documents hold it.
// Threads:  immutable; const methods may run concurrently.
// Cost:     Find: linear in the query; a guess costs a look-up with edits in the words of the keys, and all of them at most
//           limits::kMaxSynonymSteps.
#ifndef SIGNPOST_RULES_SYNONYM_TABLE_H_
#define SIGNPOST_RULES_SYNONYM_TABLE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/settings.h>
#include <signpost/synonyms.h>

#include "base/strings.h"
#include "lexicon/lexicon.h"
#include "query/parsed_query.h"
#include "rules/run_finder.h"
#include "text/analyzer.h"

namespace signpost::rules {

// What decides whether a word of a query may be another one.
struct SynonymGuesses {
  const TypoTolerance& typos;
  std::function<bool(std::string_view term)> is_known;  // true for a word that some document holds in any form
};

class SynonymTable {
 public:
  // Of `synonyms`, which SynonymSet::Compile took, those for `lang`, normalised.
  SynonymTable(const std::vector<Synonym>& synonyms, std::string_view lang);
  SynonymTable(const SynonymTable&) = delete;
  SynonymTable& operator=(const SynonymTable&) = delete;

  // Returns the synonyms of every run of words of `query`, longest run first at each position; runs may overlap. A run
  // counts where one of its words first stands. Of one run: first what means the same, then what counts as one typo,
  // then as two; last what is guessed. Replacements are in the order of the list, each once, none the run itself.
  std::vector<query::SynonymMatch> Find(const query::ParsedQuery& query, const SynonymGuesses& guesses) const;

 private:
  using Node = RunFinder::Node;
  using WordNumber = RunFinder::WordNumber;

  // What may stand in a document for a run of words.
  struct Side {
    Node joined = TermTrie::kNone;  // of its words without separators; kNone: a placeholder
    std::vector<std::string> terms;
  };
  struct Entry {
    int edits = 0;  // that it counts as
    std::vector<Side> sides;
  };
  // A word of a key that a word of the query may be.
  struct Guess {
    WordNumber word = 0;
    int edits = 0;
    double certainty = 1;
    bool alone = false;  // true: also where the key is that word alone
  };
  // A key in the query.
  struct Found {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Node node = TermTrie::kRoot;
    int edits = 0;
    double certainty = 1;
    bool guessed = false;
  };
  // A query on its way.
  struct Search;

  Node AddText(const std::vector<std::string>& terms, const std::vector<std::string>& joined, bool is_key);
  void AddKey(std::string_view side, std::uint32_t entry, std::vector<std::string>* words);
  WordNumber NumberOf(std::string_view term) const;
  void FindKeys(const query::ParsedQuery& query, Search* search) const;
  void BuildLexicon(std::vector<std::string> words);
  void FindGuesses(const query::ParsedQuery& query, const SynonymGuesses& guesses, Search* search) const;
  void AddBegun(std::string_view term, bool is_known, std::vector<Guess>* out) const;
  void AddMistyped(std::string_view term, const TypoTolerance& typos, std::vector<Guess>* out) const;
  StringSet TermsIn(const std::vector<std::string>& words) const;
  void FindGuessed(Search* search) const;
  void Follow(const Found& so_far, bool alone, Search* search) const;
  void AddMatches(const Found& found, bool corrections, StringSet* offered,
                  std::vector<query::SynonymMatch>* out) const;

  const text::Analyzer analyzer_;
  RunFinder finder_;
  std::vector<Node> joined_;                        // by node: the same without separators, itself where there are none
  std::vector<Entry> entries_;                      // by synonym that applies, in the order of the list
  std::vector<std::vector<std::uint32_t>> by_key_;  // by node: the entries that replace it
  std::string lexicon_bytes_;
  std::optional<lexicon::Lexicon> lexicon_;  // of the words of keys; none: there are none
  std::vector<WordNumber> word_numbers_;     // by ClassId
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_SYNONYM_TABLE_H_
