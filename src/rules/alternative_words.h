// SPDX-License-Identifier: Apache-2.0
// alternative_words.h — words of patterns that are also met misspelled or in another form, found from a word of a query.
//
// Typos:    words of patterns are known by what is left when one or two letters are taken out of them; a misspelling leaves the
//           same when it loses as many (symmetric deletion, Garbe 2012). So a look-up costs the square of a word's
//           length at most, however many patterns there are. EditDistance then says what is near enough.
// Forms:    by stem class, in a table for each language that is made when it is first asked for.
// Threads:  immutable after Compile; const methods may run concurrently.
#ifndef SIGNPOST_RULES_ALTERNATIVE_WORDS_H_
#define SIGNPOST_RULES_ALTERNATIVE_WORDS_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "base/strings.h"
#include "rules/index_words.h"
#include "rules/rule_query.h"
#include "rules/term_trie.h"
#include "text/language_pack.h"

namespace signpost::rules {

class AlternativeWords {
 public:
  // A term may be added several times.
  void AddTypos(TermTrie::TermNumber number, std::string_view term);
  void AddForms(TermTrie::TermNumber number, std::string_view term);
  void AddSynonyms() { synonyms_ = true; }

  bool empty() const { return typos_.empty() && forms_->terms.empty() && !synonyms_; }

  // Gives the units of a short query their alternatives. `terms` are those of the patterns; `index` may be null: no word is
  // known, no language is searched.
  void Expand(std::string_view text, const IndexWords* index, const text::Analyzer& analyzer, const TermTrie& terms,
              RuleQuery* query) const;

 private:
  struct Word {
    TermTrie::TermNumber number = 0;
    std::u32string letters;
    int edits = 1;  // that it may be away
  };
  // Words with forms, and their tables by language.
  struct Forms {
    std::vector<std::pair<TermTrie::TermNumber, std::string>> terms;
    std::mutex mutex;
    absl::flat_hash_map<const text::LanguagePack*, std::shared_ptr<const StringMap<std::vector<TermTrie::TermNumber>>>>
        tables;
  };

  void AddMisspelled(std::size_t unit, RuleQuery* query) const;
  void AddOtherForms(const text::LanguagePack& pack, RuleQuery* query) const;
  std::shared_ptr<const StringMap<std::vector<TermTrie::TermNumber>>> FormsIn(const text::LanguagePack& pack) const;
  static void AddSynonymRuns(std::string_view text, const IndexWords& index, const text::Analyzer& analyzer,
                             const TermTrie& terms, RuleQuery* query);

  std::vector<Word> words_;
  absl::flat_hash_map<TermTrie::TermNumber, std::size_t> typos_;          // places in words_
  absl::flat_hash_map<std::uint64_t, std::vector<std::uint32_t>> rests_;  // places in words_, by hash of what is left
  std::shared_ptr<Forms> forms_ = std::make_shared<Forms>();
  bool synonyms_ = false;
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_ALTERNATIVE_WORDS_H_
