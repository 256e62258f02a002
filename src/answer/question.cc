// SPDX-License-Identifier: Apache-2.0
#include "answer/question.h"

#include <algorithm>
#include <array>
#include <string>

namespace signpost::answer {
namespace {

struct Frame {
  std::string_view lang;
  std::string_view words;  // normalised terms; of Chinese, characters anywhere in the query
  QuestionKind kind;
};

// A query is of the first kind whose words it holds.
constexpr Frame kFrames[] = {
    {"en", "how much", QuestionKind::kAmount},
    {"en", "how many", QuestionKind::kAmount},
    {"en", "how long", QuestionKind::kAmount},
    {"en", "how often", QuestionKind::kAmount},
    {"en", "how far", QuestionKind::kAmount},
    {"en", "how cold", QuestionKind::kAmount},
    {"en", "how old", QuestionKind::kAmount},
    {"en", "when", QuestionKind::kAmount},
    {"en", "what time", QuestionKind::kAmount},
    {"en", "cost", QuestionKind::kAmount},
    {"en", "price", QuestionKind::kAmount},
    {"en", "number", QuestionKind::kAmount},
    {"en", "minimum", QuestionKind::kAmount},
    {"en", "how", QuestionKind::kHowTo},
    {"en", "what now", QuestionKind::kHowTo},
    {"en", "what do i do", QuestionKind::kHowTo},
    {"en", "what should i do", QuestionKind::kHowTo},
    {"en", "what can i do", QuestionKind::kHowTo},
    {"en", "what is", QuestionKind::kWhatIs},
    {"en", "what are", QuestionKind::kWhatIs},
    {"en", "what does", QuestionKind::kWhatIs},
    {"es", "cuanto", QuestionKind::kAmount},
    {"es", "cuantos", QuestionKind::kAmount},
    {"es", "cuanta", QuestionKind::kAmount},
    {"es", "cuantas", QuestionKind::kAmount},
    {"es", "cuando", QuestionKind::kAmount},
    {"es", "precio", QuestionKind::kAmount},
    {"es", "plazo", QuestionKind::kAmount},
    {"es", "como", QuestionKind::kHowTo},
    {"es", "que hago", QuestionKind::kHowTo},
    {"es", "que puedo hacer", QuestionKind::kHowTo},
    {"es", "que es", QuestionKind::kWhatIs},
    {"es", "que significa", QuestionKind::kWhatIs},
    {"pt", "quanto", QuestionKind::kAmount},
    {"pt", "quantos", QuestionKind::kAmount},
    {"pt", "quanta", QuestionKind::kAmount},
    {"pt", "quantas", QuestionKind::kAmount},
    {"pt", "quando", QuestionKind::kAmount},
    {"pt", "preco", QuestionKind::kAmount},
    {"pt", "prazo", QuestionKind::kAmount},
    {"pt", "como", QuestionKind::kHowTo},
    {"pt", "o que eu faco", QuestionKind::kHowTo},
    {"pt", "o que faco", QuestionKind::kHowTo},
    {"pt", "o que e", QuestionKind::kWhatIs},
    {"pt", "o que significa", QuestionKind::kWhatIs},
    {"zh", "多少", QuestionKind::kAmount},
    {"zh", "多久", QuestionKind::kAmount},
    {"zh", "多大", QuestionKind::kAmount},
    {"zh", "几", QuestionKind::kAmount},
    {"zh", "什么时候", QuestionKind::kAmount},
    {"zh", "费用", QuestionKind::kAmount},
    {"zh", "怎么", QuestionKind::kHowTo},
    {"zh", "怎样", QuestionKind::kHowTo},
    {"zh", "如何", QuestionKind::kHowTo},
    {"zh", "什么是", QuestionKind::kWhatIs},
    {"zh", "是什么", QuestionKind::kWhatIs},
};

// The terms of the query in order, with spaces around each.
std::string Terms(const query::ParsedQuery& query) {
  std::string out = " ";
  for (const text::Token& token : query.tokens.tokens) {
    if (!text::IsOfUnit(token)) continue;
    out += query.tokens.Term(token);
    out += ' ';
  }
  return out;
}

// Small numbers are often written out.
struct Numbers {
  std::string_view lang;
  std::array<std::string_view, 11> words;
};
constexpr Numbers kNumbers[] = {
    {"en", {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "never"}},
    {"es", {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "doce", "nunca"}},
    {"pt", {"dois", "duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "nunca"}},
    {"zh", {"两", "三", "四", "五", "六", "七", "八", "九", "十", "免费", "永久"}}};

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool HoldsWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !IsAsciiLetter(text[at - 1])) && (end == text.size() || !IsAsciiLetter(text[end]))) return true;
  }
  return false;
}

}  // namespace

bool SaysNumber(std::string_view text, std::string_view lang) {
  if (std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  for (const Numbers& numbers : kNumbers) {
    if (numbers.lang != lang.substr(0, lang.find('-'))) continue;
    return std::any_of(numbers.words.begin(), numbers.words.end(),
                       [&](std::string_view word) { return HoldsWord(text, word); });
  }
  return false;
}

QuestionKind KindOf(const query::ParsedQuery& query, std::string_view text, std::string_view lang) {
  const std::string_view base = lang.substr(0, lang.find('-'));
  const std::string terms = Terms(query);
  for (const Frame& frame : kFrames) {
    if (frame.lang != base) continue;
    const bool holds = base == "zh" ? text.find(frame.words) != std::string_view::npos
                                    : terms.find(" " + std::string(frame.words) + " ") != std::string::npos;
    if (holds) return frame.kind;
  }
  return QuestionKind::kOther;
}

}  // namespace signpost::answer
