// What an audit finds wrong with one scene. Pure. Private to app/.
#pragma once
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"

#include <string>
#include <vector>

namespace kiosk::rehearsal {

struct Finding {
    std::string what;   // "the text is cut"
    std::string where;  // node id
    std::string text;   // the words in question, as they stand in the content
    std::string advice; // what to do
};

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout);

} // namespace kiosk::rehearsal
