// SPDX-License-Identifier: Apache-2.0
// question.h — what kind of answer a query asks for, by the words that ask.
//
// Languages: English, Spanish, Portuguese and Chinese have such words here; in others every query is kOther, and answers are
//            chosen by the other evidence.
// Threads:   pure functions.
#ifndef SIGNPOST_ANSWER_QUESTION_H_
#define SIGNPOST_ANSWER_QUESTION_H_

#include <string_view>

#include "query/parsed_query.h"

namespace signpost::answer {

enum class QuestionKind {
  kOther,
  kHowTo,   // steps: how do I, cómo, como faço, 怎么
  kWhatIs,  // an explanation: what is, qué es, o que é, 什么是
  kAmount,  // a number: how long, cuánto cuesta, quantos, 几天
};

// `lang`: of the corpus; `text`: the query as it was typed.
QuestionKind KindOf(const query::ParsedQuery& query, std::string_view text, std::string_view lang);

// True when a text holds a number, in digits or, where the language is known here, a small one in words.
bool SaysNumber(std::string_view text, std::string_view lang);

}  // namespace signpost::answer

#endif  // SIGNPOST_ANSWER_QUESTION_H_
