// SPDX-License-Identifier: Apache-2.0
// rule_collision.h — whether two rules that match the same query want what cannot both be.
#ifndef SIGNPOST_RULES_RULE_COLLISION_H_
#define SIGNPOST_RULES_RULE_COLLISION_H_

#include <string>

#include <signpost/rules.h>

namespace signpost::rules {

// Returns what they want otherwise, for people; empty: nothing.
std::string CollisionOf(const Rule& rule, const Rule& other);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_COLLISION_H_
