// SPDX-License-Identifier: Apache-2.0
// print_explanation.h — why a search answered as it did, as aligned tables. Pure functions.
#ifndef SIGNPOST_CLI_PRINT_EXPLANATION_H_
#define SIGNPOST_CLI_PRINT_EXPLANATION_H_

#include <string>

#include <signpost/explain.h>

namespace signpost::cli {

// Returns the steps, the words and their alternatives.
std::string PrintExplanation(const Explanation& explanation);

// Returns the parts of one hit's score.
std::string PrintHitExplanation(const HitExplanation& explanation);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_PRINT_EXPLANATION_H_
