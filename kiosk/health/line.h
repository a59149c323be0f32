// The judgement of one thing about this kiosk. Plain data.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kiosk::health {

// green: well. amber: to be seen to when there is time. red: to be seen to now.
enum class Light { green, amber, red };

struct HealthLine {
    std::string id; // of the thing: "disk"
    Light light = Light::green;
    std::string key; // of the finding: "disk.low". Its text for staff is "screen.health.<key>", filled with `values`
    std::vector<std::pair<std::string, std::string>> values;
    std::string words; // the finding in English, with what to do; shown where the content has no text for the key
    bool operator==(HealthLine const&) const = default;
};

// The worst of them; green of none.
Light worst(std::vector<HealthLine> const& lines);

} // namespace kiosk::health
