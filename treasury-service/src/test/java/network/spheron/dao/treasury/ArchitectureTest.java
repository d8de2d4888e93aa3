package network.spheron.dao.treasury;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import network.spheron.dao.testing.platform.ArchitectureRules;

@AnalyzeClasses(packages = "network.spheron.dao", importOptions = ArchitectureRules.WithoutTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}
