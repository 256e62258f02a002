// SPDX-License-Identifier: Apache-2.0
#include "cli/print_explanation.h"

#include <string_view>

#include "cli/numbers.h"
#include "cli/table.h"
#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

std::string KindOf(const ExplainedAlternative& alternative) {
  std::string kind = AlternativeKindName(alternative.kind);
  if (alternative.edits > 0) kind += " " + std::to_string(alternative.edits);
  return kind;
}

std::string_view RemarkOn(const ExplainedWord& word) {
  if (word.ignored) return "ignored";
  return word.stop_word ? "stop word" : "";
}

void AddWord(const ExplainedWord& word, Table* table) {
  table->Row({word.text, word.lang, Fixed(word.information, 2), std::string(RemarkOn(word))});
  for (const ExplainedAlternative& alternative : word.alternatives) {
    table->Row({"", "", "", "", alternative.text, KindOf(alternative), Fixed(alternative.weight, 2),
                Grouped(alternative.document_count)});
  }
}

}  // namespace

std::string PrintExplanation(const Explanation& explanation) {
  constexpr std::size_t kIndent = 2;
  std::string out = "steps\n";
  for (const std::string& step : explanation.steps) out += "  " + TerminalText(step) + "\n";
  if (explanation.words.empty()) return out;
  Table table("llrlllrr", kIndent);
  table.Row({"word", "lang", "information", "", "alternative", "kind", "weight", "documents"});
  for (const ExplainedWord& word : explanation.words) AddWord(word, &table);
  return out + "words\n" + table.Print();
}

std::string PrintHitExplanation(const HitExplanation& explanation) {
  constexpr std::size_t kIndent = 4;
  Table table("lllr", kIndent);
  table.Row({"word", "matched", "kind", "score"});
  for (const ExplainedWordScore& word : explanation.word_scores) {
    table.Row({word.word, word.matched, AlternativeKindName(word.kind), Fixed(word.score, 3)});
  }
  table.Row({"+ proximity", "", "", Fixed(explanation.proximity, 3)});
  table.Row({"x title factor", "", "", Fixed(explanation.title_factor, 3)});
  if (explanation.language_factor != 1) {
    table.Row({"x language factor", "", "", Fixed(explanation.language_factor, 3)});
  }
  table.Row({"= score", "", "", Fixed(explanation.score, 3)});
  std::string facts = std::to_string(explanation.words) + " words, " + std::to_string(explanation.exact_words) +
                      " as typed, " + std::to_string(explanation.typos) + " typos";
  if (!explanation.attribute.empty()) facts += ", first in " + explanation.attribute;
  table.Row({"match", facts, "", ""});
  table.Row({"matched information", "", "", Fixed(explanation.matched_information, 3)});
  return table.Print();
}

}  // namespace signpost::cli
