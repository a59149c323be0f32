// One thing of this kiosk that was looked at, judged: green, amber or red. Plain data.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kiosk::health {

// green: all is well; amber: see to it when you can; red: see to it now.
enum class Light { green, amber, red };

struct HealthLine {
    std::string id; // what was looked at: "disk"
    Light light = Light::green;
    std::string key; // "disk.low": what was found; staff word "health.<key>" says it, with the values in {names}
    std::vector<std::pair<std::string, std::string>> values;
    std::string words; // English, with what to do; also where the content has no words for the key
    bool operator==(HealthLine const&) const = default;
};

// The worst of them; green of none.
Light worst(std::vector<HealthLine> const& lines);

} // namespace kiosk::health
