// Measures one scene for the audit. Pure. Private to rehearsal/.
#pragma once
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"

#include <string>
#include <vector>

namespace kiosk::rehearsal {

struct Finding {
    std::string what;   // "the text is cut"
    std::string where;  // node id
    std::string text;   // the text in question, as it is in the content
    std::string advice; // what to do
};

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout);

} // namespace kiosk::rehearsal
