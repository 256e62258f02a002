// SPDX-License-Identifier: Apache-2.0
#include "answer/question.h"

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
    {"es", "cuanto", QuestionKind::kAmount},
    {"es", "cuantos", QuestionKind::kAmount},
    {"es", "cuanta", QuestionKind::kAmount},
    {"es", "cuantas", QuestionKind::kAmount},
    {"es", "cuando", QuestionKind::kAmount},
    {"es", "precio", QuestionKind::kAmount},
    {"es", "plazo", QuestionKind::kAmount},
    {"es", "como", QuestionKind::kHowTo},
    {"es", "que hago", QuestionKind::kHowTo},
    {"pt", "quanto", QuestionKind::kAmount},
    {"pt", "quantos", QuestionKind::kAmount},
    {"pt", "quanta", QuestionKind::kAmount},
    {"pt", "quantas", QuestionKind::kAmount},
    {"pt", "quando", QuestionKind::kAmount},
    {"pt", "preco", QuestionKind::kAmount},
    {"pt", "prazo", QuestionKind::kAmount},
    {"pt", "como", QuestionKind::kHowTo},
    {"pt", "o que eu faco", QuestionKind::kHowTo},
    {"zh", "多少", QuestionKind::kAmount},
    {"zh", "多久", QuestionKind::kAmount},
    {"zh", "多大", QuestionKind::kAmount},
    {"zh", "几", QuestionKind::kAmount},
    {"zh", "什么时候", QuestionKind::kAmount},
    {"zh", "费用", QuestionKind::kAmount},
    {"zh", "怎么", QuestionKind::kHowTo},
    {"zh", "怎样", QuestionKind::kHowTo},
    {"zh", "如何", QuestionKind::kHowTo},
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

}  // namespace

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
