// A check's instances hang on its name and the run's seed alone: not on what ran before it, so on no shard.
#include <set>

#include <gtest/gtest.h>

#include "verigrad/report/registry.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::sampling_seeds_test {
namespace {

CheckId id(const std::string& name) { return {"foo", Kind::step, name}; }

/// FNV-1a of "foo.bar", and with seed 1 and 2 the odd constant of the golden ratio times them on top.
TEST(MixedSeed, is_the_published_hash_of_the_name_and_the_seed) {
  EXPECT_EQ(mixed_seed(0, id("bar")), 0xa93287ddf7050214u);
  EXPECT_EQ(mixed_seed(1, id("bar")), 0x3705fe64884f7e01u);
  EXPECT_EQ(mixed_seed(2, id("bar")), 0x955c74af0991fa3eu);
}

TEST(MixedSeed, hangs_on_no_more_than_the_name) {
  CheckId planted = id("bar");
  planted.kind = Kind::planted;
  planted.expected = Verdict::fails;
  EXPECT_EQ(mixed_seed(7, planted), mixed_seed(7, id("bar")));
  EXPECT_NE(mixed_seed(7, id("bar")), mixed_seed(7, id("baz")));
  EXPECT_NE(mixed_seed(7, id("bar")), mixed_seed(8, id("bar")));
}

TEST(MixedSeed, no_two_checks_share_one) {
  std::vector<Check> checks = property_checks();
  append(checks, proof_checks());
  std::set<std::uint64_t> seeds;
  for (const Check& check : checks)
    for (const std::uint64_t run : {1, 2, 3})
      EXPECT_TRUE(seeds.insert(mixed_seed(run, check.id)).second) << check.id.full_name();
}

/// What a check drew, in words.
struct Log {
  Check check;
  std::shared_ptr<std::string> words = std::make_shared<std::string>();
};

template <class Instance>
Log logged(const std::string& name, const Gen<Instance>& instances) {
  Log log;
  const auto note = [words = log.words](const Instance& instance) {
    *words += instance.describe() + "\n";
    return true;
  };
  const auto claims = [](const Instance&, Claims& list) { list.at_most("0 ≤ 1", 0, 1); };
  log.check = sampled(id(name), instances, note, claims);
  return log;
}

std::string run(const Log& log) {
  log.words->clear();
  log.check.run({.cases = 10, .must_bind = false});
  return *log.words;
}

TEST(Instances, are_the_same_whatever_is_drawn_before) {
  const Log descents = logged("descents", generate::descent());
  const Log networks =
      logged("networks", generate::network(generate::Activations::smooth, Loss::softmax_cross_entropy));
  const std::string first = run(descents), second = run(networks);
  EXPECT_NE(first, "");
  EXPECT_NE(second, "");
  EXPECT_EQ(run(networks), second) << "after itself";
  EXPECT_EQ(run(descents), first) << "after another check";
}

/// Shrinking decides more instances of one check; the next one's must not change by it.
TEST(Instances, are_the_same_after_a_check_that_fails_and_shrinks) {
  const Log log = logged("descents", generate::descent());
  const std::string alone = run(log);
  const auto false_claim = [](const DescentInstance&, Claims& claims) { claims.at_most("1 ≤ 0", 1, 0); };
  const Check fails = sampled(id("fails"), generate::descent(), gradient_descent_rate::hypotheses_hold, false_claim);
  EXPECT_EQ(fails.run({}).verdict, Verdict::fails);
  EXPECT_EQ(run(log), alone);
}

}  // namespace
}  // namespace verigrad::sampling_seeds_test
