#include "ui/scene/reading_order.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace kiosk::ui {

namespace {

// Rectangles that share less of their height (or width) than this do not stand in one row (or column): rings and
// descenders reach a little into what is beside them.
constexpr float kShared = 0.15F;

// A node, or all nodes of a group.
struct Item {
    Rect rect;
    std::vector<std::size_t> nodes;
};

bool share(float from, float to, float other_from, float other_to)
{
    auto const common = std::min(to, other_to) - std::max(from, other_from);
    return common > kShared * std::min(to - from, other_to - other_from);
}

float line_start(Rect const& rect, ReadingStart start) { return start == ReadingStart::left ? rect.x : -rect.right(); }

bool is_higher(Rect const& first, Rect const& second, ReadingStart start)
{
    if (first.y != second.y) return first.y < second.y;
    return line_start(first, start) < line_start(second, start);
}

Rect around(Rect const& one, Rect const& other)
{
    auto const x = std::min(one.x, other.x);
    auto const y = std::min(one.y, other.y);
    return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

// Items by number, each of which waits until all that come before it are read: the highest of those that wait for
// nothing, or, where they wait in a circle, of all.
std::vector<std::size_t> ordered(std::vector<Item> const& items, std::vector<Node> const& nodes, ReadingStart start)
{
    auto const count = items.size();
    // A group comes before what any of its nodes comes before.
    auto const comes_before = [&](Item const& first, Item const& second) {
        return std::any_of(first.nodes.begin(), first.nodes.end(), [&](std::size_t one) {
            return std::any_of(second.nodes.begin(), second.nodes.end(), [&](std::size_t other) {
                return is_read_before(nodes[one].rect, nodes[other].rect, start);
            });
        });
    };
    std::vector<std::vector<std::size_t>> followers(count);
    std::vector<std::size_t> waits_for(count);
    for (std::size_t one = 0; one < count; ++one)
        for (std::size_t other = 0; other < count; ++other)
            if (one != other && comes_before(items[one], items[other])) {
                followers[one].push_back(other);
                ++waits_for[other];
            }
    std::vector<std::size_t> left(count);
    std::iota(left.begin(), left.end(), 0);
    std::vector<std::size_t> order;
    while (!left.empty()) {
        auto const next = std::min_element(left.begin(), left.end(), [&](std::size_t one, std::size_t other) {
            bool const one_waits = waits_for[one] > 0;
            bool const other_waits = waits_for[other] > 0;
            if (one_waits != other_waits) return other_waits;
            return is_higher(items[one].rect, items[other].rect, start);
        });
        order.push_back(*next);
        left.erase(next);
        for (auto const one : followers[order.back()]) --waits_for[one];
    }
    return order;
}

std::vector<std::size_t> ordered_nodes(std::vector<Node> const& nodes, std::vector<std::size_t> const& of,
                                       ReadingStart start)
{
    std::vector<Item> items;
    for (auto const index : of) items.push_back({nodes[index].rect, {index}});
    std::vector<std::size_t> order;
    for (auto const item : ordered(items, nodes, start)) order.push_back(of[item]);
    return order;
}

} // namespace

bool is_read_before(Rect const& first, Rect const& second, ReadingStart start)
{
    bool const in_row = share(first.y, first.bottom(), second.y, second.bottom());
    bool const in_column = share(first.x, first.right(), second.x, second.right());
    if (in_row == in_column) return false; // one over the other, or across a corner
    return in_row ? line_start(first, start) < line_start(second, start) : first.y < second.y;
}

std::vector<std::size_t> reading_order(std::vector<Node> const& nodes, ReadingStart start)
{
    std::map<Region, std::vector<Item>> regions;
    std::map<std::pair<Region, int>, std::size_t> groups;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto const& node = nodes[i];
        auto& items = regions[node.region];
        auto const known = groups.find({node.region, node.group});
        if (node.group != 0 && known != groups.end()) {
            auto& item = items[known->second];
            item.rect = around(item.rect, node.rect);
            item.nodes.push_back(i);
            continue;
        }
        if (node.group != 0) groups[{node.region, node.group}] = items.size();
        items.push_back({node.rect, {i}});
    }
    std::vector<std::size_t> order;
    for (auto const& [region, items] : regions)
        for (auto const item : ordered(items, nodes, start)) {
            auto const inside = ordered_nodes(nodes, items[item].nodes, start);
            order.insert(order.end(), inside.begin(), inside.end());
        }
    return order;
}

} // namespace kiosk::ui
